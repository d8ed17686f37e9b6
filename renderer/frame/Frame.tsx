// The frame of UX.md: top bar, rail, content, details pane, status line. It knows which screens there are, not what they show.
import { useCallback, useRef, useState, type CSSProperties, type JSX } from 'react'
import { useActions } from '../actions/action'
import { useKeyboard } from '../actions/keyboard'
import { usePersonActions } from '../people/personActions'
import type { Screen } from '../screens'
import { presentPlace } from '../stores/navigation'
import { areDetailsShown, isRailShown, usePanes, useWindowClass } from '../stores/panes'
import { useTexts } from '../texts/texts'
import { useRegisters } from '../useRegisters'
import { AskPlace } from './AskPlace'
import { AskTakeBack } from './AskTakeBack'
import { Bands } from './Bands'
import { DetailsPane } from './Details'
import classes from './frame.module.css'
import { frameActions, useMenuCommands, useMouseHistory } from './frameActions'
import { Main } from './Main'
import { Palette } from './Palette'
import { Rail } from './Rail'
import { registerActions } from './registerActions'
import { ShortcutList } from './ShortcutList'
import { StatusLine } from './StatusLine'
import { useTakeBack } from './takeBack'
import { TopBar } from './TopBar'
import { useDroppedFiles } from './useDroppedFiles'

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

  const { actions } = useTakeBack()
  const person = usePersonActions()
  useActions([...actions, ...registerActions(useRegisters()), ...person, ...frameActions(screens, setDialog)], 'frame')
  useKeyboard(presentScreen)
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
      <Main ref={main} screens={screens} />
      <DetailsPane shown={detailsShown} />
      <StatusLine />
      <Palette opened={dialog === 'palette'} onClose={close} />
      <AskPlace />
      <AskTakeBack />
      <ShortcutList opened={dialog === 'shortcuts'} onClose={close} />
    </div>
  )
}
