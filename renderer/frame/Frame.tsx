// The frame of UX.md: top bar, rail, content, details pane, status line. It knows which screens there are, not what they show.
import { useViewportSize } from '@mantine/hooks'
import { useCallback, useRef, useState, type CSSProperties, type JSX } from 'react'
import { useActions } from '../actions/action'
import { useKeyboard } from '../actions/keyboard'
import type { Screen } from '../screens'
import { presentPlace } from '../stores/navigation'
import { usePanes, windowClass } from '../stores/panes'
import { useTexts } from '../texts/texts'
import { Bands } from './Bands'
import { DetailsPane } from './Details'
import classes from './frame.module.css'
import { frameActions, useMenuCommands, useMouseHistory } from './frameActions'
import { Main } from './Main'
import { Palette } from './Palette'
import { Rail } from './Rail'
import { ShortcutList } from './ShortcutList'
import { StatusLine } from './StatusLine'
import { TopBar } from './TopBar'

export type FrameDialog = 'palette' | 'shortcuts' | 'day' | null

const presentScreen = (): string => presentPlace().screen

export function Frame({ screens }: { screens: readonly Screen[] }): JSX.Element {
  const { t } = useTexts()
  const [dialog, setDialog] = useState<FrameDialog>(null)
  const at = useWindowClass()
  const columns = usePanes((state) => state[at])
  const detailsWidth = usePanes((state) => state.detailsWidth)
  const detailsShown = usePanes((state) => state.hasDetails > 0) && columns.details
  const railOpen = columns.rail && !(at === 'narrow' && columns.details)
  const main = useRef<HTMLElement>(null)
  const close = useCallback(() => setDialog(null), [])

  useActions(frameActions(screens, setDialog), 'frame')
  useKeyboard(presentScreen)
  useMenuCommands()
  useMouseHistory()
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
      <ShortcutList opened={dialog === 'shortcuts'} onClose={close} />
    </div>
  )
}

function useWindowClass(): ReturnType<typeof windowClass> {
  const { width } = useViewportSize()
  return windowClass(width || window.innerWidth)
}
