// What every npm script runs first (plain Node 18 or later, no dependency): a current Node, then the dependencies. The Electron
// runtime and its system libraries are made ready only by the scripts that open a window (runtime/).
import { ensureDependencies, isInstalled } from './setup/dependencies.mjs'
import { withLock } from './setup/lock.mjs'
import { ensureNode } from './setup/node.mjs'
import { runMain } from './setup/places.mjs'

await runMain(async () => {
  if (!isInstalled()) await withLock('set-up', ensureDependencies)
  ensureNode()
})
