// What this machine remembers of the windows; a damaged value costs only itself.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openProfile } from '../../electron/profile'

const fresh = { language: null, zoom: 100, ground: null, window: null, tableFolder: null }
const place = { x: 10, y: 20, width: 1200, height: 800, maximized: true }
let folder = ''
const file = () => join(folder, 'profile', 'windows.json')
const write = (text: string) => {
  mkdirSync(join(folder, 'profile'), { recursive: true })
  writeFileSync(file(), text)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scn-profile-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('starts anew where there is none, and remembers what changes', () => {
  const profile = openProfile(file())
  expect(profile.values).toEqual(fresh)
  profile.change({ language: 'en', window: place })
  profile.change({ zoom: 120, tableFolder: '/D/Sổ' })
  expect(openProfile(file()).values).toEqual({
    ...fresh,
    language: 'en',
    window: place,
    zoom: 120,
    tableFolder: '/D/Sổ',
  })
})

it.each(['', 'not json', 'null', '[]', '"x"', '{"language":7'])('starts anew from a damaged file (%j)', (text) => {
  write(text)
  expect(openProfile(file()).values).toEqual(fresh)
})

it('drops only the value that does not read', () => {
  write(JSON.stringify({ language: 'fr', zoom: 900, ground: 'url(x)', window: place, other: 1 }))
  expect(openProfile(file()).values).toEqual({ ...fresh, window: place })
  write(JSON.stringify({ language: 'vi', zoom: 90, ground: '#15181d', window: { ...place, width: 0 } }))
  expect(openProfile(file()).values).toEqual({
    ...fresh,
    language: 'vi',
    zoom: 90,
    ground: '#15181d',
  })
})

it('does not write when nothing changed', () => {
  const profile = openProfile(file())
  profile.change({ zoom: 110 })
  writeFileSync(file(), 'touched by another hand')
  profile.change({ zoom: 110 })
  expect(readFileSync(file(), 'utf8')).toBe('touched by another hand')
})
