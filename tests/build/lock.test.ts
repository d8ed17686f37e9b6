import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Package = { version?: string; integrity?: string; optionalDependencies?: Record<string, string> }

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> }
const installed = Object.entries(lock.packages).filter(([place]) => place !== '')

it('locks every package with its hash, those of other platforms too', () => {
  const names = new Set(installed.map(([place]) => place.replace(/^.*node_modules\//, '')))
  const optional = installed.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}))
  expect(optional.filter((name) => !names.has(name))).toEqual([])
  expect(installed.filter(([, entry]) => entry.integrity === undefined)).toEqual([])
})

it('names no registry host', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"/)
})
