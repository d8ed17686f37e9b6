// `npm run audit`: what is known against the packages whose code we ship. Asked of the npm registry; where that cannot be asked it says so,
// which is neither a failure nor a clean answer. Exit code 1: something high or critical is known against a shipped package.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readArrows } from './lint/imports.mjs'
import { root } from './setup/places.mjs'

const SHIPPED_FOLDERS = ['electron', 'db', 'renderer']
const GRAVE = ['high', 'critical']

/** @typedef {{ severity: string, via: (string | { title?: string, url?: string })[] }} Vulnerability */
/** @typedef {{ vulnerabilities?: Record<string, Vulnerability>, auditReportVersion?: number }} Report */
/** @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Locked */

/**
 * Packages that our sources import, and all that these need in turn. The bundler leaves out what is not used, so this may name a few too
 * many, and never one too few. Electron itself ships too.
 * @param {Record<string, Locked>} packages of package-lock.json
 * @returns {Promise<Set<string>>}
 */
export async function shippedPackages(packages) {
  const open = ['electron', ...(await importedPackages())]
  const found = /** @type {Set<string>} */ (new Set())
  for (const name of open) {
    const locked = packages[`node_modules/${name}`]
    if (found.has(name) || locked === undefined) continue
    found.add(name)
    // the runtime's own package needs others only to download it; peers that we use we import ourselves
    if (name !== 'electron') open.push(...Object.keys({ ...locked.dependencies, ...locked.optionalDependencies }))
  }
  return found
}

async function importedPackages() {
  const names = /** @type {Set<string>} */ (new Set())
  for (const folder of SHIPPED_FOLDERS) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file)) continue
      const path = join(root, folder, file)
      for (const { target, typeOnly } of await readArrows(path, readFileSync(path, 'utf8'))) {
        const name = /^package:((?:@[^/]+\/)?[^/:]+)/.exec(target)?.[1]
        if (name !== undefined && !typeOnly && !target.startsWith('package:node:')) names.add(name)
      }
    }
  }
  return names
}

/**
 * @param {Report} report
 * @param {Set<string>} shipped
 */
export function judge(report, shipped) {
  const all = Object.entries(report.vulnerabilities ?? {})
  const grave = all.filter(([name, { severity }]) => shipped.has(name) && GRAVE.includes(severity))
  const lines = all.map(([name, { severity, via }]) => {
    const about = via.flatMap((each) =>
      typeof each === 'string' ? [] : [`${each.title ?? ''} ${each.url ?? ''}`.trim()],
    )
    return `${shipped.has(name) ? 'shipped' : 'tool   '}  ${severity.padEnd(8)}  ${name}  ${about.join('; ')}`
  })
  return { grave: grave.map(([name]) => name), lines }
}

/**
 * @param {string[]} [options] for npm
 * @returns {{ report: Report } | { unasked: string }}
 */
export function askRegistry(options = []) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { stdout, stderr, error } = spawnSync(
    npm,
    ['audit', '--json', '--fetch-retries=1', '--fetch-timeout=20000', ...options],
    { cwd: root, encoding: 'utf8', shell: process.platform === 'win32', timeout: 60_000 },
  )
  if (error) return { unasked: error.message }
  try {
    const report = JSON.parse(stdout)
    return report.auditReportVersion === undefined
      ? { unasked: report.message ?? report.error?.summary ?? 'no report' }
      : { report }
  } catch {
    return { unasked: stderr.split('\n').find((line) => line.trim() !== '') ?? 'no answer' }
  }
}

async function main() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const shipped = await shippedPackages(packages)
  const answer = askRegistry()
  if ('unasked' in answer) {
    console.error(
      `audit: COULD NOT BE ASKED (${answer.unasked}). Nothing is known about ${shipped.size} shipped packages.`,
    )
    return
  }
  const { grave, lines } = judge(answer.report, shipped)
  for (const line of lines) console.log(line)
  console.log(`audit: ${shipped.size} shipped packages, ${grave.length} with something high or critical known.`)
  if (grave.length > 0) process.exitCode = 1
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) await main()
