// What brings a file to the import screen from anywhere: the menu and the list's button (`exchange.import`), a dropped spreadsheet
// (`exchange.openFile`). Both only ever lead to a preview.
import { IconTableImport } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useActions, type Action } from '../../actions/action'
import { useNavigation } from '../../stores/navigation'
import { chooseFile, leaveImport, readFile } from './importStore'
import { useWhyNot } from './useWhyNot'

const importActions = (may: boolean): Action[] => [
  {
    id: 'exchange.import',
    shortcut: 'Ctrl+Alt+M',
    bar: 'register',
    label: 'imports.actions.choose',
    icon: IconTableImport,
    group: 'frame',
    run: () => {
      useNavigation.getState().go('imports')
      if (may) void chooseFile()
    },
  },
  {
    id: 'exchange.openFile',
    bar: null,
    label: 'imports.actions.openFile',
    group: 'frame',
    hidden: true,
    when: ({ file }) => file?.kind === 'spreadsheet',
    run: ({ file }) => {
      useNavigation.getState().go('imports')
      if (may && file !== undefined) void readFile(file)
    },
  },
]

/** Once per window. Who may not import now is brought to the screen all the same, which says why. */
export function useImports(): void {
  const why = useWhyNot()
  // a command that comes while the register is being opened is not lost: the registry checks the role itself
  useActions(importActions(why === null || why === 'pending'), 'frame')
  useEffect(
    () =>
      window.registry.onChanged((areas) => {
        if (areas.includes('*')) leaveImport()
      }),
    [],
  )
}
