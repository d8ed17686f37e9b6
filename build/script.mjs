// One TypeScript program built into one file that Node runs: benches, the torture runs, and what tests start beside themselves.
import { join } from 'node:path'
import { build } from 'vite'
import { root } from './setup/places.mjs'

/** What is loaded as it lies in node_modules: native, or itself a program that looks for its own files. */
const external = ['better-sqlite3', 'playwright-core', 'electron']

/**
 * @param {string} source from the checkout's root
 * @param {string} folder inside the checkout, so that the program finds better-sqlite3
 * @returns {Promise<string>} the built file
 */
export async function buildScript(source, folder) {
  const name = source.replace(/^.*\//, '').replace(/\.m?ts$/, '')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: join(root, source),
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { external, output: { format: 'cjs', entryFileNames: `${name}.js` } },
    },
    ssr: { noExternal: true, external },
  })
  return join(folder, `${name}.js`)
}
