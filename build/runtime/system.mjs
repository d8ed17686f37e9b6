// What the operating system must bring: commands and shared libraries. On Debian as root they are installed, elsewhere one message
// says what is missing and the command that mends it.
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
}

const LIBRARY_PACKAGES = {
  apt: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6'],
  dnf: ['gtk3', 'nss', 'alsa-lib', 'mesa-libgbm', 'libXScrnSaver', 'libXtst'],
}
/** Opened while running, so that ldd does not list it. */
const OPENED_LATER = ['libgtk-3.so.0']

/** @typedef {keyof typeof COMMAND_PACKAGES} Command */

/**
 * @param {Command[]} commands
 * @param {string} purpose completes “is needed to …”
 */
export function ensureCommands(commands, purpose) {
  const missing = commands.filter((command) => !hasCommand(command))
  if (missing.length === 0) return
  const packages = missing.map((command) => COMMAND_PACKAGES[command])
  mend(`${missing.join(', ')} is needed to ${purpose}.`, { apt: packages, dnf: missing })
}

/**
 * The libraries that Electron needs and a bare system lacks; Linux only.
 * @param {string} executable
 */
export function ensureLibraries(executable) {
  if (process.platform !== 'linux') return
  const missing = missingLibraries(executable)
  if (missing.length === 0) return
  mend(`The window needs system libraries that are missing here: ${missing.join(', ')}.`, LIBRARY_PACKAGES)
  const still = missingLibraries(executable)
  if (still.length > 0) throw new SetupError(`Still missing after the installation: ${still.join(', ')}.`)
}

/** @param {string} executable */
function missingLibraries(executable) {
  const linked = spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? ''
  const notFound = [...linked.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
  const known = spawnSync('ldconfig', ['-p'], { encoding: 'utf8', env: withSbin() }).stdout ?? ''
  const notThere = known === '' ? [] : OPENED_LATER.filter((name) => !known.includes(name))
  return [...new Set([...notFound, ...notThere])]
}

/** @param {string} command */
export function hasCommand(command) {
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
 * Installs on Debian as root; otherwise throws `problem` with the exact command.
 * @param {string} problem
 * @param {{ apt: string[], dnf: string[] }} packages
 */
function mend(problem, packages) {
  if (existsSync('/etc/debian_version') && hasCommand('apt-get')) {
    if (process.getuid?.() === 0) return aptInstall(problem, packages.apt)
    const names = packages.apt.map(debianName).join(' ')
    throw new SetupError(
      `${problem} Install it and start again:\n  sudo apt-get update && sudo apt-get install -y ${names}`,
    )
  }
  if (hasCommand('dnf'))
    throw new SetupError(`${problem} Install it and start again:\n  sudo dnf install -y ${packages.dnf.join(' ')}`)
  throw new SetupError(
    `${problem} Install it with this system's package manager (on Debian: apt-get install -y ${packages.apt.join(' ')}) and start again.`,
  )
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
    `apt-get failed; install by hand and start again:\n  apt-get update && apt-get install -y ${names.join(' ')}\n${result.stderr.slice(-2000)}`,
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
