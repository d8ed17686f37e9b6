// What leads to the working copy from anywhere: its screen, the way back in, and a file that the import knows as one (`workbook.openFile`).
// They only ever lead to a preview.
import { IconTableImport, IconTableShare } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useActions } from '../../actions/action'
import { useNavigation } from '../../stores/navigation'
import { useWhyNot } from './useWhyNot'
import { chooseBook, leaveBook, readBook } from './workbookStore'

/** Once per window. */
export function useWorkbooks(): void {
  const why = useWhyNot()
  const may = why === null || why === 'pending'
  useActions(
    [
      {
        id: 'workbook.open',
        shortcut: 'Ctrl+Alt+L',
        bar: 'register',
        label: 'workbook.actions.open',
        icon: IconTableShare,
        group: 'frame',
        run: () => useNavigation.getState().go('workbook'),
      },
      {
        id: 'workbook.choose',
        shortcut: 'Ctrl+Alt+Y',
        bar: 'register',
        label: 'workbook.actions.choose',
        icon: IconTableImport,
        group: 'frame',
        run: () => {
          useNavigation.getState().go('workbook')
          if (may) void chooseBook()
        },
      },
      {
        id: 'workbook.openFile',
        bar: null,
        label: 'workbook.actions.choose',
        group: 'frame',
        hidden: true,
        when: ({ file }) => file !== undefined,
        run: ({ file }) => {
          useNavigation.getState().go('workbook')
          if (may && file !== undefined) void readBook(file)
        },
      },
    ],
    'frame',
  )
  useEffect(
    () =>
      window.registry.onChanged((areas) => {
        if (areas.includes('*')) leaveBook()
      }),
    [],
  )
}
