// The list as a saved view: what it would save now, whether that differs from the view it stands on, and taking up the one asked for.
import { IconBookmarkPlus, IconDeviceFloppy } from '@tabler/icons-react'
import { useCallback, useLayoutEffect, useMemo } from 'react'
import type { ViewList, ViewRow } from '../../../../db/model/shapes/views'
import { readView, writeView } from '../../../../db/model/views'
import type { Action } from '../../../actions/action'

import { toast } from '../../../components/toast'
import { undoSaving } from '../../../frame/takeBack'
import { useGridLayout, type GridLayout } from '../../../stores/layouts'
import { useViews } from '../../../stores/views'
import { useTexts } from '../../../texts/texts'
import { useCanEdit } from '../../../useCanEdit'
import { useSavedViews } from '../../../views/useSavedViews'
import { changeView } from '../../../views/viewDeeds'
import { asked } from './filter'
import { LIST_LAYOUT, useListStore } from './listStore'

export interface LabViews {
  rows: readonly ViewRow[]
  /** the view that the list stands on */
  active: ViewRow | null
  /** the list no longer looks as that view was saved */
  changed: boolean
  canEdit: boolean
  /** the list as this view has it */
  show: (row: ViewRow) => void
  /** asks for the name of a new view of what is shown */
  saveNew: () => void
  /** writes what is shown into the active view */
  saveChanges: () => Promise<void>
}

const none: ViewList = { rows: [], seq: 0 }

/** Stays the same while what it tells does: its menu need not be drawn with every key of the search. */
export function useLabViews(): LabViews {
  const texts = useTexts()
  const { t } = texts
  const canEdit = useCanEdit()
  const list = useSavedViews()
  const { rows, seq } = list ?? none
  const { filter, sort, group } = useListStore()
  const [layout, setLayout] = useGridLayout(LIST_LAYOUT)
  const standing = useViews((state) => state.active)
  const active = rows.find(({ id }) => id === standing) ?? null
  const changed = active !== null && asSaved(active) !== writeView({ filter: asked(filter), sort, group, layout })
  const show = useCallback(
    (row: ViewRow): void => {
      const { view, complete } = readView(row.definition)
      const store = useListStore.getState()
      store.setFilter(view.filter)
      store.setSort(view.sort)
      store.setGroup(view.group)
      store.select(null)
      setLayout(view.layout)
      useViews.getState().stand(row.id)
      if (!complete) toast({ text: t('views.partly', { name: row.name }), tone: 'failed' })
    },
    [setLayout, t],
  )
  useWanted(list, show)
  const saveChanges = useCallback(async (): Promise<void> => {
    const saved = active === null ? null : await changeView(texts, active, { definition: shownNow(layout) }, seq)
    if (active === null || saved === null) return
    toast({ text: t('views.saved', { name: active.name }), undo: () => void undoSaving(texts, saved) })
  }, [active, layout, seq, t, texts])
  const saveNew = useCallback(() => useViews.getState().name({ kind: 'new', definition: shownNow(layout) }), [layout])
  return useMemo(
    () => ({ rows, active, changed, canEdit, show, saveNew, saveChanges }),
    [rows, active, changed, canEdit, show, saveNew, saveChanges],
  )
}

/** What a view saves of the list as it is shown now. */
function shownNow(layout: GridLayout): string {
  const { filter, sort, group } = useListStore.getState()
  return writeView({ filter: asked(filter), sort, group, layout })
}

function asSaved(row: ViewRow): string {
  const { view } = readView(row.definition)
  return writeView({ ...view, filter: asked(view.filter) })
}

/** Opens the view that the rail or the palette asked for, once the views are known; one that is gone is forgotten. */
function useWanted(list: ViewList | null, show: (row: ViewRow) => void): void {
  const wanted = useViews((state) => state.wanted)
  useLayoutEffect(() => {
    if (wanted === null || list === null) return
    const row = list.rows.find(({ id }) => id === wanted)
    if (row === undefined) useViews.getState().stand(null)
    else show(row)
  })
}

export function viewActions({ active, changed, canEdit, saveNew, saveChanges }: LabViews): Action[] {
  return [
    {
      id: 'labs.view.new',
      bar: 'view',
      label: 'views.new',
      shortcut: 'Ctrl+Shift+S',
      icon: IconBookmarkPlus,
      when: () => canEdit,
      run: saveNew,
    },
    {
      id: 'labs.view.save',
      bar: 'view',
      label: 'views.saveChanges',
      icon: IconDeviceFloppy,
      when: () => canEdit && active !== null && changed,
      run: () => void saveChanges(),
    },
  ]
}
