// The application menu. The page in front offers its actions (window.shell.offer): each stands here with its words, its shortcut and whether it
// is possible now; choosing one sends its id back (window.shell.onMenu). The menu itself decides nothing and adds only what the shell does.
// Shortcuts that the page handles are shown here but not registered.
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuBar, MenuOffer } from '../db/model/bridge'
import { say, type Language, type SayKey } from '../db/model/texts/say'

export interface MenuDoes {
  command: (id: string) => void
  zoom: (step: number) => void
  newWindow: () => void
}

/** What stands in the menu on every screen, in this order, also where the page cannot do it now; with words for the time before it offers. */
const usual: readonly (readonly [id: string, bar: MenuBar, words: SayKey])[] = [
  ['register.open', 'register', 'menu.register.open'],
  ['register.create', 'register', 'menu.register.create'],
  ['exchange.import', 'register', 'menu.register.import'],
  ['exchange.export', 'register', 'menu.register.export'],
  ['print', 'register', 'menu.register.print'],
  ['undo', 'edit', 'menu.edit.undoDeed'],
  ['redo', 'edit', 'menu.edit.redoDeed'],
  ['palette', 'go', 'menu.view.palette'],
  ['back', 'go', 'menu.view.back'],
  ['forward', 'go', 'menu.view.forward'],
  ['go.settings', 'go', 'menu.register.settings'],
  ['rail', 'view', 'menu.view.rail'],
  ['details', 'view', 'menu.view.details'],
  ['lab.add', 'records', 'menu.register.addLab'],
  ['shortcuts', 'help', 'menu.help.shortcuts'],
  ['about', 'help', 'menu.help.about'],
]
export const usualIds: readonly string[] = usual.map(([id]) => id)

export interface MenuOptions {
  language: Language
  /** adds reload and developer tools */
  development: boolean
  platform: string
  /** what the page in front can do; null: it has not said yet */
  offered: readonly MenuOffer[] | null
}

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }

export function menuTemplate(options: MenuOptions, does: MenuDoes): Item[] {
  const word = (key: SayKey): string => say(options.language, key)
  const role = (key: SayKey, its: NonNullable<Item['role']>): Item => ({ label: word(key), role: its })
  const items = (bar: MenuBar): Item[] => itemsOf(bar, options, does)
  return [
    ...(options.platform === 'darwin' ? [{ role: 'appMenu' } satisfies Item] : []),
    { label: word('menu.register.title'), submenu: [...items('register'), line, ...windowItems(word, role, does)] },
    { label: word('menu.edit.title'), submenu: [...items('edit'), line, ...textItems(role)] },
    {
      label: word('menu.view.title'),
      submenu: [...items('view'), line, ...zoomItems(word, does), line, ...sizeItems(role, options)],
    },
    { label: word('menu.go.title'), submenu: items('go') },
    { label: word('menu.records.title'), submenu: items('records') },
    { label: word('menu.tools.title'), submenu: items('tools') },
    { label: word('menu.help.title'), submenu: items('help') },
  ]
}

/** The same items in the same places: only what is possible differs, which a shown menu can take over as it stands. */
export const shapeOf = (offered: readonly MenuOffer[] | null): string =>
  JSON.stringify(offered?.map(({ enabled: _enabled, ...item }) => item) ?? null)

function itemsOf(bar: MenuBar, { language, offered }: MenuOptions, does: MenuDoes): Item[] {
  const first = usual
    .filter(([, its]) => its === bar)
    .map(([id, , words]) => {
      const offer = offered?.find((each) => each.id === id)
      const named = { id, label: say(language, words), enabled: offered === null, bar }
      return itemOf(offer ?? named, does)
    })
  const others = (offered ?? []).filter((offer) => offer.bar === bar && !usualIds.includes(offer.id))
  const runs = inRuns(others).map((run) => run.map((offer) => itemOf(offer, does)))
  return [first, ...runs].filter((run) => run.length > 0).flatMap((run, at) => (at === 0 ? run : [line, ...run]))
}

/** Actions about one thing (`labs.…`, `theme.…`) stand together; single ones stand in one run. */
function inRuns(offered: readonly MenuOffer[]): MenuOffer[][] {
  const area = ({ id }: MenuOffer): string => id.split('.').slice(0, -1).join('.')
  const areas = [...new Set(offered.map(area))].map((its) => offered.filter((offer) => area(offer) === its))
  return [...areas.filter((run) => run.length > 1), areas.filter((run) => run.length === 1).flat()]
}

function itemOf({ id, label, keys, enabled }: MenuOffer, does: MenuDoes): Item {
  return {
    id,
    label: label.replaceAll('&', '&&'),
    enabled,
    click: () => does.command(id),
    ...(keys !== undefined && { accelerator: acceleratorOf(keys), registerAccelerator: false }),
  }
}

/** A shortcut as the page writes it (renderer/actions/shortcut.ts), as Electron wants it. */
function acceleratorOf(keys: string): string {
  return keys
    .replace('Ctrl', 'CmdOrCtrl')
    .replace(/ $/, 'Space')
    .replace(/Arrow(Left|Right|Up|Down)/, '$1')
}

type Word = (key: SayKey) => string
type Role = (key: SayKey, role: NonNullable<Item['role']>) => Item

function windowItems(word: Word, role: Role, does: MenuDoes): Item[] {
  return [
    { label: word('menu.view.newWindow'), accelerator: 'CmdOrCtrl+Shift+N', click: () => does.newWindow() },
    // Ctrl+W closes a tab of the page
    { ...role('menu.register.closeWindow', 'close'), accelerator: 'CmdOrCtrl+Shift+W' },
    role('menu.register.quit', 'quit'),
  ]
}

const textItems = (role: Role): Item[] => [
  role('menu.edit.undo', 'undo'),
  role('menu.edit.redo', 'redo'),
  line,
  role('menu.edit.cut', 'cut'),
  role('menu.edit.copy', 'copy'),
  role('menu.edit.paste', 'paste'),
  role('menu.edit.selectAll', 'selectAll'),
]

const zoomItems = (word: Word, does: MenuDoes): Item[] => [
  { label: word('menu.view.zoomIn'), accelerator: 'CmdOrCtrl+Plus', click: () => does.zoom(1) },
  { label: word('menu.view.zoomOut'), accelerator: 'CmdOrCtrl+-', click: () => does.zoom(-1) },
  { label: word('menu.view.zoomReset'), accelerator: 'CmdOrCtrl+0', click: () => does.zoom(0) },
]

const sizeItems = (role: Role, { development }: MenuOptions): Item[] => [
  role('menu.view.fullScreen', 'togglefullscreen'),
  ...(development ? [line, role('menu.view.reload', 'reload'), role('menu.view.devTools', 'toggleDevTools')] : []),
]
