// `npm run package`: every package that this machine can build, and one line for each that it cannot, with the place where it can.
// `npm run package -- --dir` stops at the unpacked app (the packaged-app test starts that).
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBundle } from './bundle.mjs'
import { ensureBinding, missingForBinding } from './runtime/binding.mjs'
import { ensureElectron } from './runtime/electron.mjs'
import { missingCommands, provide } from './runtime/system.mjs'
import { SetupError, root, runMain, say } from './setup/places.mjs'

/** @typedef {{ name: string, elsewhere: string, needs?: import('./runtime/system.mjs').Command[] }} Target */

const PLATFORMS = {
  linux: {
    flag: '--linux',
    // The folder under /opt is named after the product, and Chromium's sandbox helper cannot start from a path with a space.
    config: ['-c.productName=so-cong-nhan'],
    unpacked: 'linux-unpacked',
    targets: /** @type {Target[]} */ ([
      { name: 'tar.gz', elsewhere: 'any Linux' },
      { name: 'deb', elsewhere: 'any Linux' },
      { name: 'AppImage', elsewhere: 'a Linux that reaches github.com (its runtime is downloaded)' },
    ]),
  },
  win32: {
    flag: '--win',
    config: /** @type {string[]} */ ([]),
    unpacked: 'win-unpacked',
    targets: /** @type {Target[]} */ ([
      { name: 'nsis', elsewhere: 'Windows that reaches github.com' },
      { name: 'portable', elsewhere: 'Windows that reaches github.com' },
    ]),
  },
}
/** With the carried runtime nothing can be downloaded: these two are made with the system's own tools. */
const OFFLINE = {
  'tar.gz': { commands: /** @type {const} */ (['7za']), env: { ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za' } },
  deb: {
    commands: /** @type {const} */ (['dpkg-deb']),
    env: { CUSTOM_FPM_PATH: join(root, 'build/packaging/fpm-deb.mjs') },
  },
}

await runMain(async () => {
  const platform = process.platform
  if (!(platform in PLATFORMS))
    throw new SetupError('Packages are built on Windows and Linux only (electron-builder.yml).')
  const { flag, config, unpacked, targets } = PLATFORMS[/** @type {keyof typeof PLATFORMS} */ (platform)]
  await ensureBundle()
  const electron = await ensureElectron()
  const testOnly = electron.source === 'carried'
  provide(missingForBinding(electron.major))
  await ensureBinding(electron.major)
  const file = testOnly ? 'build/packaging/test-only.yml' : 'electron-builder.yml'
  const base = [
    '--config',
    file,
    ...config,
    `-c.electronDist=${electron.dist}`,
    `-c.electronVersion=${electron.version}`,
  ]
  const output = testOnly ? 'dist/test-only' : 'dist'
  if (testOnly)
    say(
      `the packages hold the registry-carried Electron ${electron.version}: for trying them here (${output}), not for users`,
    )
  if (!run([flag, 'dir', ...base], {})) throw new SetupError('electron-builder failed: see its lines above.')
  say(`built: ${output}/${unpacked}`)
  if (process.argv.includes('--dir')) return
  const prepackaged = ['--prepackaged', `${output}/${unpacked}`]
  for (const target of targets) buildTarget(target, [flag, target.name, ...prepackaged, ...base], testOnly)
  for (const other of Object.values(PLATFORMS).filter((entry) => entry.flag !== flag)) {
    for (const { name, elsewhere } of other.targets) say(`left out: ${name}; build it on ${elsewhere}`)
  }
})

/**
 * @param {Target} target
 * @param {string[]} args
 * @param {boolean} offline
 */
function buildTarget({ name, elsewhere }, args, offline) {
  const tools = offline && name in OFFLINE ? OFFLINE[/** @type {keyof typeof OFFLINE} */ (name)] : undefined
  if (offline && tools === undefined) return say(`left out: ${name}; build it on ${elsewhere}`)
  if (tools) provide(missingCommands([...tools.commands], `build the ${name} package here`))
  if (run(args, tools?.env ?? {})) say(`built: ${name}`)
  else {
    say(`left out: ${name} (electron-builder failed, see above); build it on ${elsewhere}`)
    process.exitCode = 1
  }
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function run(args, env) {
  const cli = join(root, 'node_modules/electron-builder/cli.js')
  if (!existsSync(cli)) throw new SetupError('electron-builder is not installed.')
  return (
    spawnSync(process.execPath, [cli, ...args, '--publish', 'never'], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    }).status === 0
  )
}
