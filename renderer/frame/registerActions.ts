// Actions on registers, offered everywhere and listed in the register menu. `register.openFile` has no button: a drop or the shell brings its file.
import { IconBookUpload, IconFilePlus, IconFolderOpen } from '@tabler/icons-react'
import type { Action } from '../actions/action'
import { useNavigation } from '../stores/navigation'
import type { Registers } from '../useRegisters'

export function registerActions(registers: Registers): Action[] {
  return [
    {
      id: 'register.open',
      bar: 'register',
      group: 'frame',
      label: 'start.actions.open',
      shortcut: 'Ctrl+O',
      icon: IconFolderOpen,
      menu: 'register',
      run: registers.pick,
    },
    {
      id: 'register.create',
      shortcut: 'Ctrl+Alt+N',
      bar: 'register',
      group: 'frame',
      label: 'start.actions.create',
      icon: IconFilePlus,
      menu: 'register',
      run: () => useNavigation.getState().go('start'),
    },
    {
      id: 'register.openFile',
      bar: null,
      group: 'frame',
      label: 'start.actions.openFile',
      icon: IconBookUpload,
      hidden: true,
      when: ({ file }) => file?.kind === 'register',
      run: ({ file }) => {
        if (file !== undefined) registers.openFile(file)
      },
    },
  ]
}
