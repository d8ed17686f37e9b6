// What can be done with the open pages from anywhere: shortcuts, menu, palette.
import { IconArrowRight, IconClockHour4, IconX } from '@tabler/icons-react'
import type { Action } from '../actions/action'
import { closeTab, shownTab, stepTab, useTabs } from '../stores/tabs'

const tabs = () => useTabs.getState().tabs

export function tabActions(openRecent: () => void): Action[] {
  return [
    {
      id: 'tab.next',
      group: 'frame',
      bar: 'go',
      label: 'tabs.actions.next',
      shortcut: 'Ctrl+Tab',
      icon: IconArrowRight,
      when: () => tabs().length > (shownTab() === null ? 0 : 1),
      run: () => stepTab(1),
    },
    {
      id: 'tab.previous',
      group: 'frame',
      bar: 'go',
      label: 'tabs.actions.previous',
      shortcut: 'Ctrl+Shift+Tab',
      icon: IconArrowRight,
      when: () => tabs().length > (shownTab() === null ? 0 : 1),
      run: () => stepTab(-1),
    },
    {
      id: 'tab.close',
      group: 'frame',
      bar: 'go',
      label: 'tabs.actions.close',
      shortcut: 'Ctrl+W',
      icon: IconX,
      when: () => shownTab() !== null,
      run: () => closeTab(shownTab() ?? ''),
    },
    {
      id: 'tab.closeOthers',
      shortcut: 'Ctrl+Alt+W',
      group: 'frame',
      bar: 'go',
      label: 'tabs.actions.closeOthers',
      icon: IconX,
      when: () => shownTab() !== null && tabs().length > 1,
      run: () => {
        const shown = shownTab()
        for (const { id } of tabs()) if (id !== shown) closeTab(id)
      },
    },
    {
      id: 'recent',
      shortcut: 'Ctrl+Alt+R',
      group: 'frame',
      bar: 'go',
      label: 'tabs.actions.recent',
      icon: IconClockHour4,
      when: () => useTabs.getState().recent.length > 0,
      run: openRecent,
    },
  ]
}
