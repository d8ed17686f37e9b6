// What goes into out/: main process, registry process, command line and job worker (Node), the sandboxed preload (one CommonJS
// file) and the window. Everything is bundled except better-sqlite3, so that a package ships no other node_modules.
// Targets are those of the oldest runtime we test on (Electron 33: Node 20.18, Chrome 130).
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { contract } from '../db/contract'

const root = resolve(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string }
const define = { __APP_VERSION__: JSON.stringify(version) }
const external = ['electron', /^electron\//, 'better-sqlite3']

const nodeEntries = {
  index: 'electron/main.ts',
  registry: 'db/process.ts',
  cli: 'db/cli.ts',
  worker: 'db/jobs/worker.ts',
}

interface Bundle {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null
}

const reads = new Map<string, ReadonlySet<string>>()

/** The files that an entry reads when it starts, not what it loads later. */
function readBy(entry: string, bundle: Bundle): ReadonlySet<string> {
  const known = reads.get(entry)
  if (known !== undefined) return known
  const found = new Set([resolve(root, entry)])
  for (const id of found) for (const imported of bundle.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  reads.set(entry, found)
  return found
}

/** What the registry shares with jobs, without the main process: its entry, the command line and a job read it. */
const register = {
  name: (id: string, bundle: Bundle) =>
    readBy(nodeEntries.registry, bundle).has(id) && !readBy(nodeEntries.index, bundle).has(id) ? 'register' : null,
  minShareCount: 3,
}

/**
 * What the main process shares with the others lies apart from what only they need: a window waits for what the main process reads. Jobs load
 * the code of their kind when they start; what they share with the registry is one file all the same, as each file more makes its start longer.
 */
const shared = [
  { name: 'texts', test: /[\\/]db[\\/]model[\\/]texts[\\/]/ },
  { name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]/ },
  { name: 'runtime', test: /rolldown[\\/]runtime/ },
  register,
]

/** The window's entry, and the two screens that a day begins with. */
const windowEntries = [
  'renderer/main.tsx',
  'renderer/features/labs/list/LabList.tsx',
  'renderer/features/overview/OverviewScreen.tsx',
]

/** What a start of the window reads is one file: each request more takes its turn among the processes that start with it. */
const start = {
  name: (id: string, bundle: Bundle) => (windowEntries.some((entry) => readBy(entry, bundle).has(id)) ? 'start' : null),
}

function existing(entries: Record<string, string>): Record<string, string> {
  const found = Object.entries(entries).map(([name, file]) => [name, resolve(root, file)] as const)
  return Object.fromEntries(found.filter(([, file]) => existsSync(file)))
}

/** What reads fax and JBIG2 scans and JPEG 2000 pictures inside PDFs without WebAssembly, which the window's policy forbids. pdf.js asks for these by name. */
const pdfDecoders = {
  name: 'pdf-decoders',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): unknown }): void {
    for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) {
      const source = readFileSync(resolve(root, 'node_modules/pdfjs-dist/wasm', name))
      this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source })
    }
  },
}

/** Of the calls a window knows who may make them and whether they write; what they carry is parsed where they arrive. */
const callRules = {
  name: 'call-rules',
  enforce: 'pre' as const,
  load(id: string): string | null {
    if (id !== resolve(root, 'db/contract.ts')) return null
    const rules = Object.entries(contract).map(([name, { kind, allow }]) => [name, { kind, allow }])
    return `export const contract = ${JSON.stringify(Object.fromEntries(rules))}`
  },
}

export default defineConfig({
  main: {
    define,
    build: {
      target: 'node20.18',
      outDir: resolve(root, 'out/main'),
      externalizeDeps: false,
      rollupOptions: {
        input: existing(nodeEntries),
        external,
        output: {
          format: 'cjs',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: { groups: shared },
        },
      },
    },
  },
  preload: {
    define,
    build: {
      target: 'node20.18',
      outDir: resolve(root, 'out/preload'),
      externalizeDeps: false,
      rollupOptions: {
        input: existing({ index: 'electron/preload.ts' }),
        external,
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    define,
    root: resolve(root, 'renderer'),
    plugins: [react(), pdfDecoders, callRules],
    build: {
      target: 'chrome130',
      minify: true,
      outDir: resolve(root, 'out/renderer'),
      // paper.html: what the shell's hidden window draws Word files with
      rollupOptions: {
        input: { index: resolve(root, 'renderer/index.html'), paper: resolve(root, 'renderer/paper.html') },
        output: { codeSplitting: { groups: [start] } },
      },
    },
  },
})
