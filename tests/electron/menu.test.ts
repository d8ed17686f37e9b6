// The menu in both languages: every item has words, every command is a known one, nothing for developers in what people get.
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import type { MenuOffer } from '../../db/model/bridge'
import { menuTemplate, shapeOf, usualIds, type MenuOptions } from '../../electron/menu'

type Item = MenuItemConstructorOptions

const sent: string[] = []
const build = (options: Partial<MenuOptions> = {}) =>
  menuTemplate(
    { language: 'vi', development: false, platform: 'linux', offered: null, ...options },
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
    expect(build().map(({ label }) => label)).toEqual([
      '&Sổ',
      'S&ửa',
      '&Xem',
      'Đế&n',
      '&Hồ sơ',
      '&Công cụ',
      '&Trợ giúp',
    ])
    expect(build({ language: 'en' }).map(({ label }) => label)).toEqual([
      '&Register',
      '&Edit',
      '&View',
      '&Go',
      'Re&cords',
      '&Tools',
      '&Help',
    ])
  })

  it('has words on every item, even where Electron would bring its own in English', () => {
    const wordless = flat(build({ development: true })).filter(({ type, label }) => type !== 'separator' && !label)
    expect(wordless).toEqual([])
  })

  it('sends what stands on every screen, also before the page has said what it can do', () => {
    sent.splice(0)
    for (const item of flat(build())) if (item.id !== undefined && item.enabled !== false) click(item)
    expect(sent.toSorted()).toEqual(usualIds.toSorted())
  })

  it('takes up what the page offers: its words, its keys, its place, and whether it is possible', () => {
    const offered: MenuOffer[] = [
      { id: 'labs.find', label: 'Tìm & lọc', bar: 'records', keys: 'Ctrl+F', enabled: true },
      { id: 'labs.why', label: 'Vì sao', bar: 'records', keys: 'Alt+ArrowLeft', enabled: false },
      { id: 'labs.details', label: 'Chi tiết', bar: 'records', keys: ' ', enabled: true },
      { id: 'backup', label: 'Sao lưu', bar: 'tools', enabled: true },
      { id: 'undo', label: 'Hoàn tác', bar: 'edit', keys: 'Ctrl+Z', enabled: false },
    ]
    const items = flat(build({ offered }))
    const item = (id: string) => items.find((each) => each.id === id)
    expect(item('labs.find')).toMatchObject({ label: 'Tìm && lọc', accelerator: 'CmdOrCtrl+F', enabled: true })
    expect(item('labs.find')).toMatchObject({ registerAccelerator: false })
    expect(item('labs.why')).toMatchObject({ accelerator: 'Alt+Left', enabled: false })
    expect(item('labs.details')).toMatchObject({ accelerator: 'Space' })
    expect(item('undo')).toMatchObject({ label: 'Hoàn tác', enabled: false })
    expect(item('lab.add')).toMatchObject({ label: 'Thêm phòng thí nghiệm', enabled: false })
    expect(items.filter(({ id }) => id === 'undo')).toHaveLength(1)
    const tools = build({ offered }).find(({ label }) => label === '&Công cụ')?.submenu as Item[]
    expect(tools.map(({ id }) => id)).toEqual(['backup'])
    const possible = offered.map((offer) => ({ ...offer, enabled: true }))
    expect(shapeOf(possible)).toBe(shapeOf(offered))
    expect(shapeOf(possible.slice(1))).not.toBe(shapeOf(offered))
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
