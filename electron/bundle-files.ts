// Which file of the built window an app:// address names, and with which headers it is served. Only files below the bundle's folder,
// of the kinds a build makes, exist; every other address is “not found”.
import { isAbsolute, join, relative } from 'node:path'

export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://bundle`

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
}

/** Nothing from outside, nothing inline, nothing framed, nothing sent. Styles too: the window uses constructed sheets. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page that draws Word files: the drawing library writes style sheets, and pictures and fonts come from inside the file. */
const DRAWING = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
  "font-src 'self'",
  "font-src 'self' data:",
)

export interface BundleFile {
  path: string
  headers: Record<string, string>
}

/** The file and headers for an address, null when there is none. `folder` is where the built window lies. */
export function bundleFile(address: string, folder: string): BundleFile | null {
  const name = nameIn(address)
  if (name === null) return null
  const type = types[/\.([a-z0-9]+)$/.exec(name)?.[1] ?? '']
  const path = join(folder, name)
  const inside = relative(folder, path)
  if (type === undefined || inside.startsWith('..') || isAbsolute(inside)) return null
  return { path, headers: headersFor(name, type) }
}

/** The path below the bundle, or null for another origin and for any spelling a build never makes. */
function nameIn(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || `${url.protocol}//${url.host}` !== ORIGIN || url.username !== '' || url.password !== '')
    return null
  if (url.pathname === '/' || url.pathname === '') return 'index.html'
  const name = url.pathname.slice(1)
  const plain = /^[\w@-][\w@.-]*(\/[\w@-][\w@.-]*)*$/.test(name)
  return plain && !name.includes('..') ? name : null
}

function headersFor(name: string, type: string): Record<string, string> {
  const hashed = name.startsWith('assets/')
  return {
    'Content-Type': type,
    'Content-Security-Policy': name === 'paper.html' ? DRAWING : POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-store',
  }
}
