// app://bundle/: the one place a window loads from. Requests that are not plain reads of a bundled file are answered 404.
import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { bundleFile, SCHEME } from './bundle-files'

/** Must run before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function serveBundle(folder: string): void {
  protocol.registerBufferProtocol(SCHEME, ({ method, url }, answer) => {
    const file = method === 'GET' ? bundleFile(url, folder) : null
    const missing = { statusCode: 404, mimeType: 'text/plain', data: Buffer.from('not found') }
    if (file === null) return answer(missing)
    readFile(file.path).then(
      (data) =>
        answer({
          statusCode: 200,
          headers: file.headers,
          mimeType: file.headers['Content-Type']!.split(';')[0]!,
          data,
        }),
      () => answer(missing),
    )
  })
}
