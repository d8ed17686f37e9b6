// Stand-in for Electron's own default app in the carried runtime: `electron [-r file] [switches] <app folder or file> [args]`.
// A module with a top-level await, so that Electron holds back 'ready' until the app's main file has run.
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)

/** What the command line says: files to load first, and where the app stands in it (-1: nowhere). */
function readCommandLine(argv) {
  const preloads = []
  for (let at = 0; at < argv.length; at += 1) {
    if (argv[at] === '-r' || argv[at] === '--require') preloads.push(argv[++at])
    else if (!argv[at].startsWith('-')) return { preloads, at }
  }
  return { preloads, at: -1 }
}

function enterApp(target) {
  if (!statSync(target).isDirectory()) {
    app.setAppPath(dirname(target))
    return target
  }
  const about = JSON.parse(readFileSync(resolve(target, 'package.json'), 'utf8'))
  if (about.productName || about.name) app.setName(about.productName || about.name)
  if (about.version) app.setVersion(about.version)
  app.setAppPath(target)
  return resolve(target, about.main || 'index.js')
}

const { preloads, at } = readCommandLine(process.argv.slice(1))
if (process.argv.includes('--version') || process.argv.includes('-v')) {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
}
if (at < 0) {
  console.error('usage: electron <app>')
  process.exit(1)
}
process.defaultApp = true
for (const file of preloads) require(resolve(file))
const target = resolve(process.argv[at + 1])
const main = enterApp(target)
process.argv.splice(1, at + 1, target)
try {
  await import(pathToFileURL(main).href)
} catch (error) {
  console.error(error)
  app.exit(1)
}
