// Electron's entry for measuring the program as built: the watcher and the probes, then its own main file, unchanged.
import { utilityProcess } from 'electron'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { serveProbe } from './probe'
import { benchSettings } from './settings'
import { tellFirstRow } from './telling'

const settings = benchSettings()
tellFirstRow(settings)
if (settings.probes !== null) {
  serveProbe(settings.probes.main)
  const fork = utilityProcess.fork.bind(utilityProcess)
  // the registry's own file is started by an entry that probes it first
  utilityProcess.fork = (file, args, options) =>
    fork(join(settings.built, 'probed-registry.js'), [...(args ?? []), file], options)
}
createRequire(settings.main)(settings.main)
