// House rules that a linter for one file cannot see: arrows between folders, names of files, the opening comment, reasons for exemptions.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from '../setup/places.mjs'
import { complaints } from './arrows.mjs'
import { readArrows } from './imports.mjs'

const FOLDERS = ['electron', 'renderer', 'db', 'build', 'tests']
const CODE = /\.(ts|tsx|mts|mjs|cjs)$/
const VAGUE_NAME = /^(utils?|helpers?|misc|stuff)(\.|$)/i
const LONG_FILE_LINES = 300

/** @typedef {{ file: string, text: string }} Source */

/**
 * @returns {Promise<{ errors: string[], notes: string[] }>} one line each, beginning with the file; notes do not fail
 */
export async function checkHouse() {
  const sources = readSources()
  const arrows = await Promise.all(sources.map(({ file, text }) => arrowErrors(file, text)))
  return {
    errors: [...sources.flatMap(ownErrors), ...arrows.flat()],
    notes: sources.flatMap(({ file, text }) => {
      const lines = text.split('\n').length - 1
      return lines > LONG_FILE_LINES
        ? [`${file}: ${lines} lines; aim below ${LONG_FILE_LINES}, split it by subject`]
        : []
    }),
  }
}

/** @returns {Source[]} */
function readSources() {
  const files = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  )
  return files.filter((file) => CODE.test(file)).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
}

/** @param {Source} source */
export function ownErrors({ file, text }) {
  const errors = []
  if (VAGUE_NAME.test(basename(file))) errors.push(`${file}: name the file after its subject, not “${basename(file)}”`)
  const isTest = file.startsWith('tests/')
  if (!isTest && !/^(#!.*\n)?(\/\/|\/\*)/.test(text))
    errors.push(`${file}: open with one to three lines: what it owns, and the rule the code does not show`)
  for (const [index, line] of text.split('\n').entries()) {
    if (/(ox|es)lint-disable/.test(line) && !/ -- \S/.test(line) && !file.startsWith('build/lint/')) {
      errors.push(`${file}:${index + 1}: an exemption from lint states its reason after “ -- ”`)
    }
  }
  return errors
}

/**
 * @param {string} file
 * @param {string} text
 */
export async function arrowErrors(file, text) {
  const arrows = await readArrows(file, text)
  return arrows.flatMap((arrow) =>
    complaints(arrow).map((say) => `${file}: imports ${arrow.target.replace('package:', '')}, but ${say}`),
  )
}
