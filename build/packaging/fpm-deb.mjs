#!/usr/bin/env node
// Stands in for fpm where its download cannot be reached: the part that electron-builder uses for .deb, done with dpkg-deb.
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const SHORT = {
  s: 'input-type',
  t: 'output-type',
  p: 'package',
  d: 'depends',
  n: 'name',
  v: 'version',
  a: 'architecture',
}
const WITHOUT_VALUE = new Set(['force', 'verbose', 'debug'])
const SCRIPTS = {
  'before-install': 'preinst',
  'after-install': 'postinst',
  'before-remove': 'prerm',
  'after-remove': 'postrm',
}
const ARCHITECTURES = { x86_64: 'amd64', aarch64: 'arm64' }

/** @typedef {{ options: Map<string, string[]>, maps: string[] }} CommandLine */

/**
 * @param {string[]} argv
 * @returns {CommandLine} every option with its values in order; `maps` are the “from=to” arguments
 */
function readCommandLine(argv) {
  const options = /** @type {Map<string, string[]>} */ (new Map())
  const maps = []
  for (let at = 0; at < argv.length; at += 1) {
    const [, dashes, text = '', given] = /^(--?)([^=]+)(?:=(.*))?$/s.exec(argv[at] ?? '') ?? []
    if (!dashes) {
      maps.push(argv[at] ?? '')
      continue
    }
    const name = dashes === '-' ? (SHORT[/** @type {keyof typeof SHORT} */ (text)] ?? text) : text
    if (WITHOUT_VALUE.has(name)) continue
    options.set(name, [...(options.get(name) ?? []), given ?? argv[(at += 1)] ?? ''])
  }
  return { options, maps }
}

/**
 * @param {CommandLine} command
 * @param {number} kilobytes installed
 */
function controlFile({ options }, kilobytes) {
  const one = (/** @type {string} */ name) => options.get(name)?.[0] ?? ''
  const architecture = one('architecture')
  const [first = '', ...rest] = one('description').trim().split('\n')
  const fields = {
    Package: one('name'),
    Version: one('version'),
    Architecture: ARCHITECTURES[/** @type {keyof typeof ARCHITECTURES} */ (architecture)] ?? architecture,
    Maintainer: one('maintainer'),
    'Installed-Size': String(kilobytes),
    Depends: (options.get('depends') ?? []).join(', '),
    Recommends: (options.get('deb-recommends') ?? []).join(', '),
    Section: one('category') || 'misc',
    Priority: one('deb-priority') || 'optional',
    Homepage: one('url'),
    Description: [first, ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n'),
  }
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}

/**
 * @param {string[]} maps
 * @param {string} folder
 */
function copyContents(maps, folder) {
  for (const map of maps) {
    const [from = '', to = ''] = map.split(/=(?=\/)/)
    const place = join(folder, to)
    mkdirSync(dirname(place), { recursive: true })
    cpSync(from, place, { recursive: true, verbatimSymlinks: true })
  }
}

const command = readCommandLine(process.argv.slice(2))
if (command.options.get('output-type')?.[0] !== 'deb') throw new Error('only deb packages can be made here')
const folder = mkdtempSync(join(tmpdir(), 'scn-deb-'))
try {
  copyContents(command.maps, folder)
  const kilobytes = Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0])
  const control = join(folder, 'DEBIAN')
  mkdirSync(control)
  writeFileSync(join(control, 'control'), controlFile(command, kilobytes))
  for (const [option, name] of Object.entries(SCRIPTS)) {
    const script = command.options.get(option)?.[0]
    if (script) copyFileSync(script, join(control, name))
  }
  execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', folder])
  for (const name of Object.values(SCRIPTS))
    execFileSync('find', [control, '-name', name, '-exec', 'chmod', '755', '{}', '+'])
  const target = command.options.get('package')?.[0] ?? ''
  const compression = command.options.get('deb-compression')?.[0] === 'gz' ? ['-Zgzip', '-z1'] : ['-Zxz']
  execFileSync('dpkg-deb', ['--root-owner-group', ...compression, '--build', folder, target], { stdio: 'inherit' })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
