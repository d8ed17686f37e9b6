// The laboratories whose pages are open in this window, as tabs, and those opened lately. Both are remembered on this machine for each
// register; a window opened for one record has tabs of its own, which nobody remembers.
import { create } from 'zustand'
import { z } from 'zod'
import { leaveRecord } from './leave'
import { placeInAddress, presentPlace, useNavigation } from './navigation'

const Opened = z.object({ id: z.string().max(60), name: z.string().max(400) })
export type Opened = z.infer<typeof Opened>
const Kept = z.record(z.string(), z.object({ tabs: z.array(Opened).catch([]), recent: z.array(Opened).catch([]) }))
type Kept = z.infer<typeof Kept>

const KEY = 'so.opened'
export const MOST_TABS = 20
export const MOST_RECENT = 20
const SCREEN = 'lab'

interface Tabs {
  register: string | null
  tabs: readonly Opened[]
  /** the last one opened first */
  recent: readonly Opened[]
  /** another register, or the first: its tabs and the page now shown */
  setRegister: (id: string) => void
  visit: (id: string) => void
  /** what the page of that laboratory is called, once it is known */
  named: (id: string, name: string) => void
  remove: (id: string) => void
}

const isOwnWindow = placeInAddress(window.location.hash) !== null
/** px that a page was scrolled when it was left, by laboratory */
export const tabScroll = new Map<string, number>()

function kept(): Kept {
  const text = localStorage.getItem(KEY)
  if (text === null) return {}
  try {
    return Kept.safeParse(JSON.parse(text)).data ?? {}
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return {}
    throw thrown
  }
}

const first = (opened: Opened, among: readonly Opened[]): Opened[] => [
  opened,
  ...among.filter(({ id }) => id !== opened.id),
]

/** The tab that was looked at longest ago makes room; never the one now shown. */
function fitting(tabs: readonly Opened[], recent: readonly Opened[], shown: string): readonly Opened[] {
  if (tabs.length <= MOST_TABS) return tabs
  const age = ({ id }: Opened): number => {
    const at = recent.findIndex((each) => each.id === id)
    return at < 0 ? Infinity : at
  }
  const [oldest] = tabs.filter(({ id }) => id !== shown).toSorted((a, b) => age(b) - age(a))
  return tabs.filter((tab) => tab !== oldest)
}

export const useTabs = create<Tabs>()((set, get) => ({
  register: null,
  tabs: [],
  recent: [],
  setRegister: (id) => {
    if (get().register === id) return
    tabScroll.clear()
    const { tabs = [], recent = [] } = kept()[id] ?? {}
    set({ register: id, tabs: isOwnWindow ? [] : tabs, recent })
    visitShown()
  },
  visit: (id) =>
    set(({ register, tabs, recent }) => {
      if (register === null) return {}
      const opened = [...tabs, ...recent].find((each) => each.id === id) ?? { id, name: '' }
      const next = first(opened, recent).slice(0, MOST_RECENT)
      const isOpen = tabs.some((tab) => tab.id === id)
      return { recent: next, ...(!isOpen && { tabs: fitting([...tabs, opened], next, id) }) }
    }),
  named: (id, name) =>
    set(({ tabs, recent }) => {
      if (![...tabs, ...recent].some((each) => each.id === id && each.name !== name)) return {}
      const renamed = (each: Opened): Opened => (each.id === id ? { id, name } : each)
      return { tabs: tabs.map(renamed), recent: recent.map(renamed) }
    }),
  remove: (id) => set(({ tabs }) => ({ tabs: tabs.filter((tab) => tab.id !== id) })),
}))

useTabs.subscribe(({ register, tabs, recent }) => {
  if (register === null) return
  const all = kept()
  const next = { tabs: isOwnWindow ? (all[register]?.tabs ?? []) : [...tabs], recent: [...recent] }
  localStorage.setItem(KEY, JSON.stringify({ ...all, [register]: next }))
})

/** The tab of the page now shown; null on any other screen. */
export function shownTab(): string | null {
  const { screen, params } = presentPlace()
  return screen === SCREEN && params['id'] !== undefined && params['id'] !== '' ? params['id'] : null
}

function visitShown(): void {
  const shown = shownTab()
  if (shown !== null && useTabs.getState().recent[0]?.id !== shown) useTabs.getState().visit(shown)
  else if (shown !== null && !useTabs.getState().tabs.some(({ id }) => id === shown)) useTabs.getState().visit(shown)
}
useNavigation.subscribe(visitShown)

export const openTab = (id: string): void => useNavigation.getState().go(SCREEN, { id })

/** To the next tab (1) or the one before it (-1), around the ends; from another screen to the tab looked at last. */
export function stepTab(step: 1 | -1): void {
  const { tabs, recent } = useTabs.getState()
  const shown = shownTab()
  const at = tabs.findIndex(({ id }) => id === shown)
  const last = recent.find(({ id }) => tabs.some((tab) => tab.id === id))
  const next = at < 0 ? (last ?? tabs[0]) : tabs[(at + step + tabs.length) % tabs.length]
  if (next !== undefined && next.id !== shown) openTab(next.id)
}

/** Closes a tab once nothing of it is unsaved; its neighbour is shown instead, or the list when it was the last. */
export function closeTab(id: string): void {
  leaveRecord(id, () => {
    const { tabs, remove } = useTabs.getState()
    const at = tabs.findIndex((tab) => tab.id === id)
    const near = tabs[at + 1] ?? tabs[at - 1]
    const isShown = shownTab() === id
    // the page goes first: while it is shown it opens its own tab
    if (isShown && near !== undefined) openTab(near.id)
    else if (isShown) useNavigation.getState().go('labs')
    remove(id)
    tabScroll.delete(id)
  })
}
