// What the list offers to the keyboard, the palette and the shortcut list.
import { IconFileSpreadsheet, IconFileText, IconFilterOff, IconPlus, IconSearch } from '@tabler/icons-react'
import type { RefObject } from 'react'
import type { Action } from '../../../actions/action'
import { usePanes, windowClass } from '../../../stores/panes'
import { openForm } from '../forms/openForm'
import { useCanEdit } from '../../../useCanEdit'
import { clearFilter } from './chips'
import { conditionsOf } from './filter'
import { useListStore } from './listStore'
import type { ExportFormat } from './useExport'

export interface ListKeys {
  search: RefObject<HTMLInputElement | null>
  grid: HTMLDivElement | null
  onExport: (format: ExportFormat) => Promise<void>
}

export function toggleDetails(): void {
  usePanes.getState().toggleDetails(windowClass(window.innerWidth))
}

export function useListKeys({ search, grid, onExport }: ListKeys): Action[] {
  const canEdit = useCanEdit()
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
      id: 'lab.add',
      label: 'labs.actions.add',
      shortcut: 'Ctrl+N',
      icon: IconPlus,
      when: () => canEdit,
      run: () => openForm({ form: 'laboratory' }),
    },
    {
      id: 'exchange.export',
      label: 'labs.actions.exportXlsx',
      shortcut: 'Ctrl+E',
      icon: IconFileSpreadsheet,
      run: () => void onExport('xlsx'),
    },
    { id: 'labs.csv', label: 'labs.actions.exportCsv', icon: IconFileText, run: () => void onExport('csv') },
    {
      id: 'labs.clear',
      label: 'labs.actions.clear',
      icon: IconFilterOff,
      when: () => conditionsOf(useListStore.getState().filter).length > 0,
      run: clearFilter,
    },
  ]
}
