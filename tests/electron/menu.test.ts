// The menu in both languages: every item has words, every command is a known one, nothing for developers in what people get.
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuCommands, menuTemplate, type MenuOptions } from '../../electron/menu'

type Item = MenuItemConstructorOptions

const sent: string[] = []
const build = (options: Partial<MenuOptions> = {}) =>
  menuTemplate(
    { language: 'vi', development: false, platform: 'linux', ...options },
    {
      command: (id) => void sent.push(id),
      zoom: (step) => void sent.push(`zoom ${step}`),
      newWindow: () => void sent.push('window'),
    },
  )
const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
const click = (item: Item) => (item.click as (() => void) | undefined)?.()

describe('the menu', () => {
  it('is Vietnamese first, and English when asked', () => {
    expect(build().map(({ label }) => label)).toEqual(['&Sổ', 'S&ửa', '&Xem', '&Trợ giúp'])
    expect(build({ language: 'en' }).map(({ label }) => label)).toEqual(['&Register', '&Edit', '&View', '&Help'])
  })

  it('has words on every item, even where Electron would bring its own in English', () => {
    const wordless = flat(build({ development: true })).filter(({ type, label }) => type !== 'separator' && !label)
    expect(wordless).toEqual([])
  })

  it('sends exactly the commands it says it can send', () => {
    sent.splice(0)
    for (const item of flat(build())) if (item.id !== undefined) click(item)
    expect(sent.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(menuCommands.toSorted((a, b) => (a < b ? -1 : 1)))
  })

  it('zooms in steps and back', () => {
    sent.splice(0)
    for (const item of flat(build())) if (item.id === undefined) click(item)
    expect(sent).toEqual(['window', 'zoom 1', 'zoom -1', 'zoom 0'])
  })

  it('gives no two items the same shortcut', () => {
    const shortcuts = flat(build()).flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]))
    expect(new Set(shortcuts).size).toBe(shortcuts.length)
  })

  it('offers developer tools in development only', () => {
    const roles = (development: boolean) => flat(build({ development })).map(({ role }) => role)
    expect(roles(false)).not.toContain('toggleDevTools')
    expect(roles(false)).not.toContain('reload')
    expect(roles(true)).toContain('toggleDevTools')
  })
})
