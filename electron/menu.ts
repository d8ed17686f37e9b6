// The application menu. Items of ours send a command's id to the window in front (window.shell.onMenu), where an action of that id runs:
// the menu itself decides nothing. Shortcuts that the page already handles are shown here but not registered.
import type { MenuItemConstructorOptions } from 'electron'
import { say, type Language, type SayKey } from '../db/model/texts/say'

export interface MenuDoes {
  command: (id: MenuCommand) => void
  zoom: (step: number) => void
  newWindow: () => void
}

/** Ids a menu item can send. */
export const menuCommands = [
  'register.open',
  'register.create',
  'lab.add',
  'exchange.import',
  'exchange.export',
  'print',
  'go.backups',
  'go.settings',
  'undo',
  'redo',
  'labs.bulk',
  'labs.sheet',
  'accreditations.sheet',
  'palette',
  'back',
  'forward',
  'rail',
  'details',
  'theme.auto',
  'theme.light',
  'theme.dark',
  'language.vi',
  'language.en',
  'shortcuts',
  'about',
] as const
export type MenuCommand = (typeof menuCommands)[number]

export interface MenuOptions {
  language: Language
  /** adds reload and developer tools */
  development: boolean
  platform: string
}

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }

export function menuTemplate({ language, development, platform }: MenuOptions, does: MenuDoes): Item[] {
  const items = itemsIn(language, does)
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } satisfies Item] : []),
    { label: say(language, 'menu.register.title'), submenu: registerMenu(items, does) },
    { label: say(language, 'menu.edit.title'), submenu: editMenu(items) },
    { label: say(language, 'menu.view.title'), submenu: viewMenu(items, does, development) },
    { label: say(language, 'menu.help.title'), submenu: helpMenu(items) },
  ]
}

interface Items {
  word: (key: SayKey) => string
  command: (key: SayKey, id: MenuCommand, more?: Item) => Item
  role: (key: SayKey, role: NonNullable<Item['role']>) => Item
}

function itemsIn(language: Language, does: MenuDoes): Items {
  const word = (key: SayKey): string => say(language, key)
  return {
    word,
    command: (key, id, more = {}) => Object.assign({ id, label: word(key), click: () => does.command(id) }, more),
    role: (key, role) => ({ label: word(key), role }),
  }
}

/** A shortcut that the page handles, because it knows what is in front of the person. */
const ofPage = (accelerator: string): Item => ({ accelerator, registerAccelerator: false })

function registerMenu({ word, command, role }: Items, does: MenuDoes): Item[] {
  return [
    command('menu.register.open', 'register.open', ofPage('CmdOrCtrl+O')),
    command('menu.register.create', 'register.create'),
    line,
    command('menu.register.addLab', 'lab.add', ofPage('CmdOrCtrl+N')),
    command('menu.register.import', 'exchange.import'),
    command('menu.register.export', 'exchange.export', ofPage('CmdOrCtrl+E')),
    command('menu.register.print', 'print', ofPage('CmdOrCtrl+P')),
    line,
    command('menu.register.backups', 'go.backups'),
    command('menu.register.settings', 'go.settings', ofPage('CmdOrCtrl+,')),
    line,
    { label: word('menu.view.newWindow'), accelerator: 'CmdOrCtrl+Shift+N', click: () => does.newWindow() },
    role('menu.register.closeWindow', 'close'),
    role('menu.register.quit', 'quit'),
  ]
}

function editMenu({ command, role }: Items): Item[] {
  return [
    command('menu.edit.undoDeed', 'undo', ofPage('CmdOrCtrl+Z')),
    command('menu.edit.redoDeed', 'redo', ofPage('CmdOrCtrl+Y')),
    line,
    role('menu.edit.undo', 'undo'),
    role('menu.edit.redo', 'redo'),
    line,
    role('menu.edit.cut', 'cut'),
    role('menu.edit.copy', 'copy'),
    role('menu.edit.paste', 'paste'),
    role('menu.edit.selectAll', 'selectAll'),
    line,
    command('menu.edit.bulk', 'labs.bulk', ofPage('CmdOrCtrl+Shift+E')),
    command('menu.edit.labsSheet', 'labs.sheet', ofPage('CmdOrCtrl+Shift+G')),
    command('menu.edit.heldSheet', 'accreditations.sheet', ofPage('CmdOrCtrl+Shift+H')),
  ]
}

function viewMenu({ word, command, role }: Items, does: MenuDoes, development: boolean): Item[] {
  return [
    command('menu.view.palette', 'palette', ofPage('CmdOrCtrl+K')),
    command('menu.view.back', 'back', ofPage('Alt+Left')),
    command('menu.view.forward', 'forward', ofPage('Alt+Right')),
    line,
    command('menu.view.rail', 'rail', ofPage('CmdOrCtrl+B')),
    command('menu.view.details', 'details', ofPage('CmdOrCtrl+I')),
    {
      label: word('menu.view.theme'),
      submenu: [
        command('menu.view.themeAuto', 'theme.auto'),
        command('menu.view.themeLight', 'theme.light'),
        command('menu.view.themeDark', 'theme.dark'),
      ],
    },
    {
      label: word('menu.view.language'),
      submenu: [command('menu.view.vietnamese', 'language.vi'), command('menu.view.english', 'language.en')],
    },
    line,
    { label: word('menu.view.zoomIn'), accelerator: 'CmdOrCtrl+Plus', click: () => does.zoom(1) },
    { label: word('menu.view.zoomOut'), accelerator: 'CmdOrCtrl+-', click: () => does.zoom(-1) },
    { label: word('menu.view.zoomReset'), accelerator: 'CmdOrCtrl+0', click: () => does.zoom(0) },
    line,
    role('menu.view.fullScreen', 'togglefullscreen'),
    ...(development ? [line, role('menu.view.reload', 'reload'), role('menu.view.devTools', 'toggleDevTools')] : []),
  ]
}

function helpMenu({ command }: Items): Item[] {
  return [command('menu.help.shortcuts', 'shortcuts', ofPage('?')), command('menu.help.about', 'about')]
}
