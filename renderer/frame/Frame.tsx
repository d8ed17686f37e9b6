// The frame of UX.md: top bar, rail, content, details pane, status line. It knows which screens there are, not what they show.
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type CSSProperties, type JSX } from 'react'
import { useActions } from '../actions/action'
import { useKeyboard } from '../actions/keyboard'
import { usePersonActions } from '../people/personActions'
import { useMenuBar } from '../actions/menuBar'
import type { Screen } from '../screens'
import { presentPlace } from '../stores/navigation'
import { areDetailsShown, isRailShown, usePanes, useWindowClass } from '../stores/panes'
import { useSettled } from '../stores/settled'
import { useTabs } from '../stores/tabs'
import { useTexts } from '../texts/texts'
import { useCall } from '../useCall'
import { useRegisters } from '../useRegisters'
import { Bands } from './Bands'
import { DetailsPane } from './Details'
import classes from './frame.module.css'
import { frameActions, useMenuCommands, useMouseHistory } from './frameActions'
import { Main } from './Main'
import { Rail } from './Rail'
import { registerActions } from './registerActions'
import { StatusLine } from './StatusLine'
import { tabActions } from './tabActions'
import { TabStrip } from './TabStrip'
import { useTakeBack } from './takeBack'
import { TopBar } from './TopBar'
import { useDroppedFiles } from './useDroppedFiles'

const Palette = lazy(() => import('./Palette').then((file) => ({ default: file.Palette })))
const ShortcutList = lazy(() => import('./ShortcutList').then((file) => ({ default: file.ShortcutList })))

export type FrameDialog = 'palette' | 'shortcuts' | 'day' | null

const presentScreen = (): string => presentPlace().screen

export function Frame({ screens }: { screens: readonly Screen[] }): JSX.Element {
  const { t } = useTexts()
  const [dialog, setDialog] = useState<FrameDialog>(null)
  const at = useWindowClass()
  const detailsWidth = usePanes((state) => state.detailsWidth)
  const detailsShown = usePanes((state) => areDetailsShown(state, at))
  const railOpen = usePanes((state) => isRailShown(state, at))
  const main = useRef<HTMLElement>(null)
  const close = useCallback(() => setDialog(null), [])
  // no part of the first paint
  const dialogsWanted = useSettled((state) => state.settled) || dialog !== null

  const closed = useTabsOfRegister()
  const { actions } = useTakeBack()
  const person = usePersonActions()
  useActions(
    [
      ...actions,
      ...registerActions(useRegisters()),
      ...person,
      ...tabActions(() => setDialog('palette')),
      ...frameActions(screens, setDialog),
    ],
    'frame',
  )
  useKeyboard(presentScreen)
  useMenuBar(presentScreen)
  useMenuCommands()
  useMouseHistory()
  useDroppedFiles()
  return (
    <div
      className={classes['frame']}
      data-rail={railOpen ? 'open' : 'folded'}
      style={{ '--details': detailsShown ? `${detailsWidth}px` : '0px' } as CSSProperties}
    >
      <a
        href="#content"
        className={classes['skip']}
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {t('frame.skip')}
      </a>
      <TopBar
        onSearch={() => setDialog('palette')}
        day={{ opened: dialog === 'day', onOpen: () => setDialog('day'), onClose: close }}
      />
      <Bands />
      <Rail screens={screens} open={railOpen} onToggle={() => usePanes.getState().toggleRail(at)} />
      {!closed && <TabStrip />}
      <Main ref={main} screens={screens} />
      <DetailsPane shown={detailsShown} />
      <StatusLine />
      {dialogsWanted && (
        <Suspense>
          <Palette opened={dialog === 'palette'} onClose={close} />
          <ShortcutList opened={dialog === 'shortcuts'} onClose={close} />
        </Suspense>
      )}
    </div>
  )
}

/** The tabs of the register that is open; true when none is. */
function useTabsOfRegister(): boolean {
  const info = useCall('register.info', {})
  const id = info.state === 'ready' ? info.data.id : null
  useEffect(() => {
    if (id !== null) useTabs.getState().setRegister(id)
  }, [id])
  return info.state === 'error'
}
