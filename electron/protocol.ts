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
  protocol.handle(SCHEME, async ({ method, url }) => {
    const file = method === 'GET' ? bundleFile(url, folder) : null
    if (file === null) return new Response('not found', { status: 404 })
    try {
      return new Response(await readFile(file.path), { headers: file.headers })
    } catch {
      return new Response('not found', { status: 404 })
    }
  })
}
