// An action is one object that feeds the keyboard, the buttons' tooltips, the shortcut list, the menus and the palette.
// Screens bring theirs with useActions while they are shown; of two with one shortcut the most recently shown screen's wins.
import type { Icon } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { DroppedFile, MenuBar } from '../../db/model/bridge'
import type { TextKey } from '../texts/texts'

export interface ActionContext {
  /** key of the screen shown */
  screen: string
  /** the focus stands in a text field */
  typing: boolean
  /** the file that a menu command brings along (`register.openFile`) */
  file?: DroppedFile
}

export interface Action {
  id: string
  label: TextKey
  /** as in shortcut.ts; several shortcuts may lead to one action, the first is the one shown */
  shortcut?: string | readonly string[]
  icon?: Icon
  /** where it stands in the shortcut list; `here` (the shown screen) unless told */
  group?: 'frame' | 'screens' | 'here'
  /** the menu of the application where it stands; unless told by its group: `go` of screens, `tools` of the frame, `records` of what is here.
      null: not one that people choose, as it needs what comes along */
  bar?: MenuBar | null
  /** also listed in this menu of the frame */
  menu?: 'register'
  /** not offered by the palette */
  hidden?: boolean
  when?: (context: ActionContext) => boolean
  run: (context: ActionContext) => void
}

interface Held {
  current: readonly Action[]
}

const byGroup = { here: 'records', screens: 'go', frame: 'tools' } as const

export const barOf = ({ bar, group = 'here' }: Action): MenuBar | null => (bar === undefined ? byGroup[group] : bar)

const frameSets: Held[] = []
const screenSets: Held[] = []

function hold(sets: Held[], held: Held): () => void {
  sets.unshift(held)
  return () => {
    const at = sets.indexOf(held)
    if (at >= 0) sets.splice(at, 1)
  }
}

const listeners = new Set<() => void>()

/** Told after actions came, went or were made anew. */
export function onActions(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Offers actions while the component is shown. `frame` actions come after those of any screen. */
export function useActions(actions: readonly Action[], layer: 'screen' | 'frame' = 'screen'): void {
  const held = useRef(actions)
  useLayoutEffect(() => {
    held.current = actions
    for (const tell of listeners) tell()
  })
  useEffect(() => hold(layer === 'frame' ? frameSets : screenSets, held), [layer])
}

/** Actions offered now, those of the shown screen first; read it when something opens or a key falls, not while rendering. */
export function currentActions(): Action[] {
  return [...screenSets, ...frameSets].flatMap((held) => held.current)
}

/** As currentActions, one of each id: of two (a page prints itself, the frame prints the window) the first that is offered counts. */
export function distinctActions(context: ActionContext): Action[] {
  const byId = new Map<string, Action>()
  for (const action of currentActions()) {
    const before = byId.get(action.id)
    if (before === undefined || (!isOffered(before, context) && isOffered(action, context))) byId.set(action.id, action)
  }
  return [...byId.values()]
}

export function shortcutsOf(action: Action): readonly string[] {
  return action.shortcut === undefined ? [] : typeof action.shortcut === 'string' ? [action.shortcut] : action.shortcut
}

export function isOffered(action: Action, context: ActionContext): boolean {
  return action.when?.(context) ?? true
}

/** Runs the action of that id when it is offered now: for menu commands of the shell. */
export function runAction(id: string, context: ActionContext): boolean {
  const action = currentActions().find((candidate) => candidate.id === id && isOffered(candidate, context))
  action?.run(context)
  return action !== undefined
}
