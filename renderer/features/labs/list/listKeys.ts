// What the list offers to the keyboard, the palette and the shortcut list.
import { IconFilterOff, IconForms, IconHelp, IconPlus, IconSearch, IconTable } from '@tabler/icons-react'
import type { KeyboardEvent, RefObject } from 'react'
import type { Action } from '../../../actions/action'
import { exportAction } from '../../../exports/ExportMenu'
import type { Save } from '../../../exports/saveTable'
import { usePanes, useWindowClass, windowClass } from '../../../stores/panes'
import { useTexts } from '../../../texts/texts'
import { openForm } from '../forms/openForm'
import { openBulk, openSheet } from '../many/opening'
import { useCanEdit } from '../../../useCanEdit'
import { clearFilter } from './chips'
import { conditionsOf } from './filter'
import { useListQuery, useListStore } from './listStore'

export interface ListKeys {
  search: RefObject<HTMLInputElement | null>
  grid: HTMLDivElement | null
  onExport: Save
}

export function toggleDetails(): void {
  usePanes.getState().toggleDetails(windowClass(window.innerWidth))
}

/** The details have taken the rail's place on a narrow window: then Esc closes them. */
export function useNarrowDetails(): boolean {
  const isNarrow = useWindowClass() === 'narrow'
  return usePanes((panes) => panes.narrow.details) && isNarrow
}

/**
 * Keys of the rows that are the list's own: Space alone shows or hides the details (choosing single rows for copying stays with
 * Ctrl+Space), and a letter or figure begins a new search, as it would in a file list.
 */
export function gridKey(event: KeyboardEvent, search: HTMLInputElement | null): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
  if (!(event.target instanceof Element) || !/^(tree)?grid$/.test(event.target.getAttribute('role') ?? '')) return
  if (event.key === ' ' && !event.shiftKey) {
    event.preventDefault()
    event.stopPropagation()
    toggleDetails()
  } else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
    // the key itself is typed into the field that has the focus by then
    search?.focus()
    search?.select()
  }
}

/** The status of the row with the cursor, which can be asked. */
const badgeOfRow = (grid: HTMLElement | null): HTMLButtonElement | null =>
  grid?.querySelector<HTMLButtonElement>('[data-active] button[data-status]') ?? null

/** What is done to the chosen laboratories together. */
function useManyActions(canEdit: boolean): Action[] {
  const texts = useTexts()
  const query = useListQuery()
  const when = (): boolean => canEdit
  return [
    {
      id: 'labs.bulk',
      bar: 'edit',
      label: 'many.actions.bulk',
      shortcut: 'Ctrl+Shift+E',
      icon: IconForms,
      when,
      run: () => openBulk(texts),
    },
    {
      id: 'labs.sheet',
      bar: 'edit',
      label: 'many.actions.laboratory',
      shortcut: 'Ctrl+Shift+G',
      icon: IconTable,
      when,
      run: () => void openSheet(texts, 'laboratory', query),
    },
    {
      id: 'accreditations.sheet',
      bar: 'edit',
      label: 'many.actions.accreditation',
      shortcut: 'Ctrl+Shift+H',
      icon: IconTable,
      when,
      run: () => void openSheet(texts, 'accreditation', query),
    },
  ]
}

export function useListKeys({ search, grid, onExport }: ListKeys): Action[] {
  const canEdit = useCanEdit()
  const many = useManyActions(canEdit)
  return [
    {
      id: 'labs.find',
      label: 'labs.actions.find',
      shortcut: 'Ctrl+F',
      icon: IconSearch,
      run: () => {
        search.current?.focus()
        search.current?.select()
      },
    },
    {
      id: 'labs.details',
      label: 'labs.actions.details',
      shortcut: ' ',
      hidden: true,
      when: () => grid !== null && document.activeElement === grid,
      run: toggleDetails,
    },
    {
      id: 'labs.why',
      label: 'labPage.why.key',
      shortcut: 'Alt+Enter',
      icon: IconHelp,
      when: () => badgeOfRow(grid) !== null,
      run: () => badgeOfRow(grid)?.click(),
    },
    {
      id: 'lab.add',
      label: 'labs.actions.add',
      shortcut: 'Ctrl+N',
      icon: IconPlus,
      when: () => canEdit,
      run: () => openForm({ form: 'laboratory' }),
    },
    ...many,
    exportAction('exchange.export', onExport),
    {
      id: 'labs.clear',
      bar: 'view',
      label: 'labs.actions.clear',
      icon: IconFilterOff,
      when: () => conditionsOf(useListStore.getState().filter).length > 0,
      run: clearFilter,
    },
  ]
}
