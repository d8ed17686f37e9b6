// Actions that exist on every screen: going places, panes, palette, shortcut list, print. Menu commands of the shell are ids of actions.
import {
  IconArrowLeft,
  IconArrowRight,
  IconInfoCircle,
  IconCalendar,
  IconCalendarCheck,
  IconCopyCheck,
  IconKeyboard,
  IconLanguage,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconMoon,
  IconPrinter,
  IconSearch,
  IconSun,
  IconSunMoon,
} from '@tabler/icons-react'
import { useEffect } from 'react'
import { runAction, type Action } from '../actions/action'
import type { Screen } from '../screens'
import { presentPlace, useNavigation } from '../stores/navigation'
import { useDayStore } from '../stores/day'
import { usePanes, windowClass } from '../stores/panes'
import { usePreferences } from '../stores/preferences'
import type { FrameDialog } from './Frame'
import { nextRegion } from './regions'

export function frameActions(screens: readonly Screen[], open: (dialog: FrameDialog) => void): Action[] {
  return [
    ...screens.filter((screen) => screen.rail !== null).map(goTo),
    ...dialogActions(open),
    ...historyActions(),
    ...paneActions(),
    ...preferenceActions(),
    frameAction({
      id: 'print',
      bar: 'register',
      label: 'frame.actions.print',
      shortcut: 'Ctrl+P',
      icon: IconPrinter,
      run: () => window.print(),
    }),
    frameAction({
      id: 'twins',
      shortcut: 'Ctrl+Alt+P',
      label: 'twins.title',
      icon: IconCopyCheck,
      run: () => useNavigation.getState().go('twins'),
    }),
    frameAction({
      id: 'about',
      shortcut: 'Ctrl+Alt+I',
      bar: 'help',
      label: 'frame.actions.about',
      icon: IconInfoCircle,
      run: () => useNavigation.getState().go('settings', { section: 'about' }),
    }),
  ]
}

const frameAction = (action: Action): Action => ({ group: 'frame', ...action })

function dialogActions(open: (dialog: FrameDialog) => void): Action[] {
  return [
    frameAction({
      id: 'palette',
      bar: 'go',
      label: 'frame.actions.palette',
      shortcut: 'Ctrl+K',
      icon: IconSearch,
      hidden: true,
      run: () => open('palette'),
    }),
    frameAction({
      id: 'shortcuts',
      bar: 'help',
      label: 'frame.actions.shortcuts',
      shortcut: ['?', 'F1'],
      icon: IconKeyboard,
      run: () => open('shortcuts'),
    }),
    frameAction({
      id: 'day',
      bar: 'view',
      label: 'frame.actions.day',
      shortcut: 'Ctrl+D',
      icon: IconCalendar,
      run: () => open('day'),
    }),
    frameAction({
      id: 'day.today',
      bar: 'view',
      label: 'frame.actions.today',
      shortcut: 'Ctrl+Shift+D',
      icon: IconCalendarCheck,
      when: () => useDayStore.getState().asOf !== null || useDayStore.getState().recorded !== null,
      run: () => useDayStore.getState().present(),
    }),
  ]
}

function historyActions(): Action[] {
  const now = useNavigation.getState
  return [
    frameAction({
      id: 'back',
      bar: 'go',
      label: 'frame.actions.back',
      shortcut: 'Alt+ArrowLeft',
      icon: IconArrowLeft,
      hidden: true,
      when: () => now().at > 0,
      run: () => now().back(),
    }),
    frameAction({
      id: 'forward',
      bar: 'go',
      label: 'frame.actions.forward',
      shortcut: 'Alt+ArrowRight',
      icon: IconArrowRight,
      hidden: true,
      when: () => now().at < now().places.length - 1,
      run: () => now().forward(),
    }),
  ]
}

function paneActions(): Action[] {
  const at = (): ReturnType<typeof windowClass> => windowClass(window.innerWidth)
  const panes = usePanes.getState
  return [
    frameAction({
      id: 'rail',
      bar: 'view',
      label: 'frame.actions.rail',
      shortcut: 'Ctrl+B',
      icon: IconLayoutSidebar,
      run: () => panes().toggleRail(at()),
    }),
    frameAction({
      id: 'details',
      bar: 'view',
      label: 'frame.actions.details',
      shortcut: 'Ctrl+I',
      icon: IconLayoutSidebarRight,
      run: () => panes().toggleDetails(at()),
    }),
    frameAction({
      id: 'region',
      bar: 'go',
      label: 'frame.actions.region',
      shortcut: 'F6',
      hidden: true,
      run: () => nextRegion(1),
    }),
    frameAction({
      id: 'regionBack',
      bar: 'go',
      label: 'frame.actions.regionBack',
      shortcut: 'Shift+F6',
      hidden: true,
      run: () => nextRegion(-1),
    }),
  ]
}

function preferenceActions(): Action[] {
  const change = usePreferences.getState().change
  return [
    frameAction({
      id: 'theme.auto',
      shortcut: 'Ctrl+Alt+3',
      bar: 'view',
      label: 'frame.actions.themeAuto',
      icon: IconSunMoon,
      run: () => change({ theme: 'auto' }),
    }),
    frameAction({
      id: 'theme.light',
      shortcut: 'Ctrl+Alt+4',
      bar: 'view',
      label: 'frame.actions.themeLight',
      icon: IconSun,
      run: () => change({ theme: 'light' }),
    }),
    frameAction({
      id: 'theme.dark',
      shortcut: 'Ctrl+Alt+5',
      bar: 'view',
      label: 'frame.actions.themeDark',
      icon: IconMoon,
      run: () => change({ theme: 'dark' }),
    }),
    frameAction({
      id: 'language.vi',
      shortcut: 'Ctrl+Alt+1',
      bar: 'view',
      label: 'frame.actions.vietnamese',
      icon: IconLanguage,
      run: () => change({ language: 'vi' }),
    }),
    frameAction({
      id: 'language.en',
      shortcut: 'Ctrl+Alt+2',
      bar: 'view',
      label: 'frame.actions.english',
      icon: IconLanguage,
      run: () => change({ language: 'en' }),
    }),
  ]
}

function goTo(screen: Screen): Action {
  return {
    id: `go.${screen.key}`,
    group: 'screens',
    label: screen.label,
    icon: screen.icon,
    ...(screen.shortcut !== undefined && { shortcut: screen.shortcut }),
    run: () => useNavigation.getState().go(screen.key),
  }
}

/** The shell's menu speaks in action ids (electron/menu.ts); an id that no shown screen offers does nothing. */
export function useMenuCommands(): void {
  useEffect(
    () =>
      window.shell.onMenu((command, file) => {
        runAction(command, { screen: presentPlace().screen, typing: false, ...(file !== null && { file }) })
      }),
    [],
  )
}

const BACK_BUTTON = 3
const FORWARD_BUTTON = 4

/** The back and forward buttons of a mouse. */
export function useMouseHistory(): void {
  useEffect(() => {
    const onUp = (event: MouseEvent): void => {
      if (event.button === BACK_BUTTON) useNavigation.getState().back()
      if (event.button === FORWARD_BUTTON) useNavigation.getState().forward()
    }
    window.addEventListener('mouseup', onUp)
    return () => window.removeEventListener('mouseup', onUp)
  }, [])
}
