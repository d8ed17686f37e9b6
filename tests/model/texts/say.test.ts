// Words of rules, files and menus: both languages say the same things with the same parameters.
import { describe, expect, it } from 'vitest'
import { fill, isSayKey, say, texts } from '../../../db/model/texts/say'

function flatten(tree: object, at = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const path = at === '' ? key : `${at}.${key}`
    return typeof value === 'string' ? [[path, value] as [string, string]] : flatten(value as object, path)
  })
}

const vi = new Map(flatten(texts.vi))
const en = new Map(flatten(texts.en))
const parametersOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([whole]) => whole).join()

describe('texts that leave the screens', () => {
  it('have the same keys in Vietnamese and English', () => {
    expect([...en.keys()].toSorted()).toEqual([...vi.keys()].toSorted())
  })

  it('name the same parameters in both languages', () => {
    for (const [key, text] of vi) expect([key, parametersOf(en.get(key) ?? '')]).toEqual([key, parametersOf(text)])
  })

  it('are never empty, never padded and composed (NFC)', () => {
    for (const text of [...vi.values(), ...en.values()]) {
      expect(text).not.toBe('')
      expect(text).toBe(text.trim().normalize('NFC'))
    }
  })

  it('are found by their path in the language asked', () => {
    expect(say('vi', 'menu.view.zoomIn')).toBe('Phóng to')
    expect(say('en', 'menu.view.zoomIn')).toBe('Zoom in')
  })

  it('leave a parameter that was not given visible, and take none from a prototype', () => {
    expect(fill('{{days}} ngày, {{rest}}, {{constructor}}', { days: 2 })).toBe('2 ngày, {{rest}}, {{constructor}}')
  })

  it('tell a key with a text from a branch, a prototype name and anything else', () => {
    expect(isSayKey('menu.view.zoomIn')).toBe(true)
    for (const key of ['menu.view', 'menu.constructor', '__proto__', 'menu.view.zoomIn.length', ''])
      expect([key, isSayKey(key)]).toEqual([key, false])
  })
})
