// The audit of what we ship: what counts as shipped, what fails, and that a registry that does not answer is not taken for a clean answer.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { askRegistry, judge, shippedPackages } from '../../build/audit.mjs'

const root = resolve(import.meta.dirname, '../..')
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Parameters<typeof shippedPackages>[0]
}

it('counts what the bundle is made from, and what that needs, but no tool', async () => {
  const shipped = await shippedPackages(packages)
  for (const name of ['electron', 'better-sqlite3', 'react', 'react-dom', 'scheduler', 'zod', 'hucre', 'pdfjs-dist'])
    expect([name, shipped.has(name)]).toEqual([name, true])
  for (const name of ['vitest', 'vite', 'oxlint', 'playwright-core', 'electron-builder', 'typescript'])
    expect([name, shipped.has(name)]).toEqual([name, false])
})

it('fails for what is grave in a shipped package only', () => {
  const known = (severity: string) => ({
    severity,
    via: [{ title: 'reads too far', url: 'https://example.invalid/1' }],
  })
  const report = {
    vulnerabilities: {
      react: known('critical'),
      zod: known('moderate'),
      vite: known('critical'),
      hucre: known('high'),
    },
  }
  const { grave, lines } = judge(report, new Set(['react', 'zod', 'hucre']))
  expect(grave).toEqual(['react', 'hucre'])
  expect(lines).toHaveLength(4)
  expect(judge({}, new Set(['react'])).grave).toEqual([])
})

it('says that the registry could not be asked when it refuses', async () => {
  const server = createServer((_request, response) => response.writeHead(405).end('{}'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  server.unref()
  // npm runs in a process of its own while this one waits, so nobody answers: as where there is no network
  const answer = askRegistry([`--registry=http://127.0.0.1:${port}`, '--fetch-retries=0', '--fetch-timeout=500'])
  server.close()
  expect(answer).toMatchObject({ unasked: expect.stringMatching(/\S/) as string })
})
