// The registry process under measure: a probe, then its own file, which stands last among the arguments.
import { createRequire } from 'node:module'
import { serveProbe } from './probe'
import { benchSettings } from './settings'

const file = process.argv.pop()!
const { probes } = benchSettings()
if (probes !== null) serveProbe(probes.registry)
createRequire(file)(file)
