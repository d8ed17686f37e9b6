// What the list knows of itself while other screens are shown: filter, order, the selected laboratory and how far it was scrolled.
// Another screen opens the list with `go('labs', { filter: JSON.stringify(filter) })`; the place then follows every change of the filter.
import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect } from 'react'
import { create } from 'zustand'
import type { LabGroup, LabQuery } from '../../../../db/model/inputs'
import type { LabRow } from '../../../../db/model/shapes/lab'
import { presentDay, useDay } from '../../../stores/day'
import { useNavigation } from '../../../stores/navigation'
import { useViews } from '../../../stores/views'
import { askAhead } from '../../../useCall'
import { askFirstRows } from '../../../useRows'
import { asked, encodeFilter, noFilter, readFilter, type ListFilter } from './filter'

export interface ListSort {
  column: string
  descending: boolean
}

/** The row with the focus: its laboratory and its place in the list. */
export interface Selected {
  id: string
  index: number
}

interface ListStore {
  filter: ListFilter
  sort: ListSort
  group: LabGroup | null
  /** groups whose rows are folded away */
  closed: ReadonlySet<string>
  selected: Selected | null
  /** rows chosen for copying, by laboratory */
  chosen: ReadonlyMap<string, LabRow>
  /** px that the list was scrolled when it was left, written without a word to anyone; another one: scroll there */
  scroll: { top: number }
  /** a changed filter begins at the top of the list, with nothing chosen: what is copied is always in sight of the filter */
  setFilter: (filter: ListFilter) => void
  setSort: (sort: ListSort) => void
  setGroup: (group: LabGroup | null) => void
  close: (closed: ReadonlySet<string>) => void
  select: (selected: Selected | null) => void
  choose: (chosen: ReadonlyMap<string, LabRow>) => void
}

const none: ReadonlyMap<string, LabRow> = new Map()

export const useListStore = create<ListStore>()((set) => ({
  filter: noFilter,
  sort: { column: 'nameVi', descending: false },
  group: null,
  closed: new Set(),
  selected: null,
  chosen: none,
  scroll: { top: 0 },
  setFilter: (filter) =>
    set((state) =>
      encodeFilter(filter) === encodeFilter(state.filter) ? { filter } : { filter, scroll: { top: 0 }, chosen: none },
    ),
  setSort: (sort) => set({ sort, scroll: { top: 0 } }),
  setGroup: (group) =>
    set((state) => (group === state.group ? {} : { group, closed: new Set(), scroll: { top: 0 }, chosen: none })),
  close: (closed) => set({ closed }),
  select: (selected) => set({ selected }),
  choose: (chosen) => set({ chosen }),
}))

/** columns and widths of the list, as people left them */
export const LIST_LAYOUT = 'labs'

/** Longest parameter that a remembered place may hold; a longer filter stays in the window only. */
const PARAMETER_MAX = 400
const NO_FILTER = encodeFilter(noFilter)

/** Keeps filter and place the same: an address with a filter sets it, a changed filter is written into the present place. */
export function useFilterOfPlace(params: Readonly<Record<string, string>>): void {
  const inPlace = params['filter']
  const filter = useListStore((state) => state.filter)
  useLayoutEffect(() => adoptFilter(inPlace), [inPlace])
  useEffect(() => {
    const encoded = encodeFilter(useListStore.getState().filter)
    const parameter = encoded.length > PARAMETER_MAX ? '' : encoded
    if ((inPlace ?? NO_FILTER) !== parameter) useNavigation.getState().amend({ filter: parameter })
  }, [filter, inPlace])
}

/** The filter that a place holds becomes the list's; undefined: it holds none. */
function adoptFilter(inPlace: string | undefined): void {
  const store = useListStore.getState()
  if (inPlace === undefined || inPlace === '' || inPlace === encodeFilter(store.filter)) return
  const read = readFilter(inPlace)
  if (read === null) return
  store.setFilter(read)
  // a link or a step back leads to a filter of its own, not to the view that was open
  useViews.getState().stand(null)
  store.select(null)
}

/** Columns of the list by which the registry sorts, with the registry's name for each. */
export const sortKeys: Readonly<Record<string, NonNullable<LabQuery['sort']>>> = {
  nameVi: 'name',
  owner: 'owner',
  area: 'area',
  codes: 'code',
  status: 'status',
  expiry: 'expiry',
}

type ListQuery = Omit<LabQuery, 'offset' | 'limit'>

/** The question the list asks: filter, order and day, without paging. */
export const useListQuery = (): ListQuery => listQuery(useListStore(), useDay())

function listQuery({ filter, sort, group }: Pick<ListStore, 'filter' | 'sort' | 'group'>, day: string): ListQuery {
  const order = { sort: sortKeys[sort.column] ?? 'name', descending: sort.descending }
  return { ...asked(filter), ...order, ...(group !== null && { group }), day }
}

/** Asks what the list at that place shows first. */
export async function askList(client: QueryClient, { filter }: Readonly<Record<string, string>>): Promise<void> {
  adoptFilter(filter)
  await Promise.all([
    askAhead(client, 'reference.get', {}),
    askFirstRows(client, 'labs.list', listQuery(useListStore.getState(), presentDay())),
  ])
}
