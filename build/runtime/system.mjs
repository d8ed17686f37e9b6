// What the operating system must bring: commands and shared libraries. What is missing is collected first and mended at once: on Debian
// as root by installing it, elsewhere by one message with the command that does.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { SetupError, say } from '../setup/places.mjs'

/** Debian packages that hold a command. */
const COMMAND_PACKAGES = {
  python3: 'python3',
  make: 'make',
  'g++': 'g++',
  Xvfb: 'xvfb',
  'dpkg-deb': 'dpkg',
  '7za': 'p7zip-full',
  soffice: 'libreoffice-calc',
  pdftotext: 'poppler-utils',
}
/** Fedora's packages, where they are not named after the command. */
const FEDORA_COMMAND_PACKAGES = {
  'g++': 'gcc-c++',
  Xvfb: 'xorg-x11-server-Xvfb',
  'dpkg-deb': 'dpkg',
  '7za': 'p7zip',
  soffice: 'libreoffice-calc',
  pdftotext: 'poppler-utils',
}

const LIBRARY_PACKAGES = {
  apt: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6'],
  dnf: ['gtk3', 'nss', 'alsa-lib', 'mesa-libgbm', 'libXScrnSaver', 'libXtst'],
}
/** Opened while running, so that ldd does not list it. */
const OPENED_LATER = ['libgtk-3.so.0']

/** @typedef {keyof typeof COMMAND_PACKAGES} Command */
/** @typedef {{ what: string, apt: string[], dnf: string[] }} Missing */

/**
 * @param {Command[]} commands
 * @param {string} purpose completes “… to …”
 * @returns {Missing[]} empty when all are there
 */
export function missingCommands(commands, purpose) {
  const missing = commands.filter((command) => !hasCommand(command))
  if (missing.length === 0) return []
  const fedora = /** @type {Record<string, string>} */ (FEDORA_COMMAND_PACKAGES)
  return [
    {
      what: `${missing.join(', ')} (to ${purpose})`,
      apt: missing.map((command) => COMMAND_PACKAGES[command]),
      dnf: missing.map((command) => fedora[command] ?? command),
    },
  ]
}

/**
 * The libraries that Electron needs and a bare system lacks; Linux only.
 * @param {string} executable
 * @returns {Missing[]}
 */
export function missingLibraries(executable) {
  if (process.platform !== 'linux') return []
  const linked = spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? ''
  const notFound = [...linked.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
  const known = spawnSync('ldconfig', ['-p'], { encoding: 'utf8', env: withSbin() }).stdout ?? ''
  const notThere = known === '' ? [] : OPENED_LATER.filter((name) => !known.includes(name))
  const names = [...new Set([...notFound, ...notThere])]
  return names.length === 0
    ? []
    : [{ what: `system libraries of the window (${names.join(', ')})`, ...LIBRARY_PACKAGES }]
}

/**
 * Installs on Debian as root; otherwise throws one message with the exact command.
 * @param {Missing[]} missing
 */
export function provide(missing) {
  if (missing.length === 0) return
  const problem = `This machine lacks ${missing.map(({ what }) => what).join('; ')}.`
  const apt = missing.flatMap((item) => item.apt)
  const isDebian = existsSync('/etc/debian_version') && hasCommand('apt-get')
  if (isDebian && process.getuid?.() === 0) return aptInstall(problem, apt)
  if (isDebian)
    throw new SetupError(
      advice(problem, `sudo apt-get update && sudo apt-get install -y ${apt.map(debianName).join(' ')}`),
    )
  if (hasCommand('dnf'))
    throw new SetupError(advice(problem, `sudo dnf install -y ${missing.flatMap((item) => item.dnf).join(' ')}`))
  throw new SetupError(
    `${problem} Install them with this system's package manager (on Debian: apt-get install -y ${apt.join(' ')}) and start again.`,
  )
}

/**
 * @param {string} problem
 * @param {string} command
 */
function advice(problem, command) {
  return `${problem} To install what is missing, run this command and start again:\n  ${command}`
}

/** @param {string} command */
function hasCommand(command) {
  return (withSbin()['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/**
 * @param {string} problem
 * @param {string[]} packages
 */
function aptInstall(problem, packages) {
  say(`${problem} Installing with apt-get: ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (/** @type {string[]} */ args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', env })
  run(['update', '-q'])
  const names = packages.map(debianName)
  const result = run(['install', '-y', '-q', '--no-install-recommends', ...names])
  if (result.status === 0) return
  throw new SetupError(
    `${advice('apt-get failed.', `apt-get update && apt-get install -y ${names.join(' ')}`)}\n${result.stderr.slice(-2000)}`,
  )
}

/**
 * Debian 13 and Ubuntu 24.04 renamed some libraries (libasound2 → libasound2t64).
 * @param {string} name
 */
function debianName(name) {
  if (!name.startsWith('lib')) return name
  const found = spawnSync('apt-cache', ['show', '--no-all-versions', `${name}t64`], { stdio: 'ignore' })
  return found.status === 0 ? `${name}t64` : name
}

/** An ordinary user's PATH on Debian lacks the folders where ldconfig lies. */
function withSbin() {
  return { ...process.env, PATH: [process.env['PATH'], '/usr/sbin', '/sbin'].join(delimiter) }
}
