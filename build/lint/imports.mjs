// Reads the imports of a source file and finds out which file of the house (or which package) each one names.
import { existsSync, statSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { parse } from 'vite'
import { root } from '../setup/places.mjs'

const ENDINGS = ['', '.ts', '.tsx', '.mts', '.mjs', '/index.ts', '/index.tsx']

/**
 * Static imports, re-exports and dynamic imports (of values and of types) in `text`.
 * @param {string} file path from the root
 * @param {string} text
 * @returns {Promise<import('./arrows.mjs').Arrow[]>}
 */
export async function readArrows(file, text) {
  const { module } = await parse(file, text)
  const requests = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      name: moduleRequest.value,
      typeOnly: isTypeOnly(entries),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ name: moduleRequest.value, typeOnly: isType }] : [],
      ),
    ),
    ...[...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map((match) => ({ name: match[1] ?? '', typeOnly: false })),
  ]
  return requests.map(({ name, typeOnly }) => ({ from: file, target: resolveTarget(file, name), typeOnly }))
}

/** @param {{ isType: boolean }[]} entries */
function isTypeOnly(entries) {
  return entries.length > 0 && entries.every((entry) => entry.isType)
}

/**
 * @param {string} file
 * @param {string} request
 */
function resolveTarget(file, request) {
  if (!request.startsWith('.')) return `package:${request}`
  const base = resolve(root, dirname(file), request.replace(/\?.*$/, ''))
  const ending = ENDINGS.find((end) => existsSync(base + end) && statSync(base + end).isFile()) ?? ''
  return relative(root, base + ending)
    .split(sep)
    .join('/')
}
