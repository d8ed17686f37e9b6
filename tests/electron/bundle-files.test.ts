// app:// addresses: only files that a build makes, below the bundle's folder, with a policy that lets nothing in.
import fc from 'fast-check'
import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundleFile } from '../../electron/bundle-files'

const FOLDER = '/opt/so/renderer'
const pathOf = (address: string) => bundleFile(address, FOLDER)?.path ?? null
const headersOf = (address: string) => bundleFile(address, FOLDER)?.headers ?? {}

describe('addresses of the bundle', () => {
  it('name the page and its files', () => {
    expect(pathOf('app://bundle/')).toBe(`${FOLDER}/index.html`)
    expect(pathOf('app://bundle/?x=1#/lab?id=1')).toBe(`${FOLDER}/index.html`)
    expect(pathOf('app://bundle/assets/index-Dfx_-3.js')).toBe(`${FOLDER}/assets/index-Dfx_-3.js`)
  })

  it.each(['app://bundle/../a.js', 'app://bundle/assets/../../a.js', 'app://bundle/%2e%2e/a.js'])(
    'stay inside the bundle where a parser folds “..” away: %s',
    (address) => {
      expect(pathOf(address)).toBe(`${FOLDER}/a.js`)
    },
  )

  it.each([
    'app://bundle/..%2fmain/index.js',
    'app://bundle/%2e%2e%2fmain%2findex.js',
    'app://bundle/..\\main\\index.js',
    'app://bundle/..%5cmain/index.js',
    'app://bundle//etc/x.json',
    'app://bundle/C:/x.js',
    'app://bundle/a%00.js',
    'app://bundle/.env.json',
    'app://bundle/assets/.hidden.js',
    'app://bundle/a..b.js',
    'app://bundle/index',
    'app://bundle/assets/',
    'app://bundle/index.html/',
    'app://bundle/main.node',
    'app://other/index.html',
    'app://bundle.evil/index.html',
    'app://bundle:80/index.html',
    'app://lan@bundle/index.html',
    'file:///opt/so/renderer/index.html',
    'https://bundle/index.html',
    'not an address',
    '',
  ])('find nothing at %s', (address) => {
    expect(pathOf(address)).toBeNull()
  })

  it('never lead outside the bundle', () => {
    const piece = fc.constantFrom('..', '.', '%2e', '%2f', '/', '\\', '%5c', 'a', 'b.js', '%00', '//', '~', 'assets')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = pathOf(`app://bundle/${pieces.join('')}.js`)
        if (path !== null) expect(relative(FOLDER, path)).toMatch(/^[a-z]/)
      }),
    )
  })
})

describe('what is served', () => {
  it('may run, draw and fetch only what the bundle itself holds', () => {
    const policy = headersOf('app://bundle/')['Content-Security-Policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headersOf('app://bundle/assets/a.js')['Content-Security-Policy']).toBe(policy)
  })

  it('says its type and forbids guessing another', () => {
    expect(headersOf('app://bundle/')).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    })
    expect(headersOf('app://bundle/a.js')['Content-Type']).toBe('text/javascript; charset=utf-8')
    expect(headersOf('app://bundle/a.woff2')['Content-Type']).toBe('font/woff2')
  })

  it('is kept for ever when its name carries its hash, and never otherwise', () => {
    expect(headersOf('app://bundle/assets/a-1234.js')['Cache-Control']).toContain('immutable')
    expect(headersOf('app://bundle/')['Cache-Control']).toBe('no-store')
  })
})
