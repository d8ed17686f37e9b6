// The left rail: the screens there are, folding to icons. Folded entries keep their names for readers and on hover.
import { Tooltip } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { memo, type JSX } from 'react'
import { ariaShortcut, showShortcut } from '../actions/shortcut'
import type { Screen } from '../screens'
import { useNavigation } from '../stores/navigation'
import { useTexts } from '../texts/texts'
import classes from './rail.module.css'
import { RecentMenu } from './RecentMenu'
import { useShownScreen } from './useShownScreen'

export interface RailProps {
  screens: readonly Screen[]
  open: boolean
  onToggle: () => void
}

export function Rail({ screens, open, onToggle }: RailProps): JSX.Element {
  const { t } = useTexts()
  const { screen: shown, closed } = useShownScreen(screens)
  const marked = shown === undefined ? null : (shown.under ?? shown.key)
  const entries = (where: Screen['rail']): JSX.Element[] =>
    screens
      .filter((screen) => screen.rail === where)
      .map((screen) => (
        <Entry key={screen.key} screen={screen} open={open} current={screen.key === marked} closed={closed} />
      ))
  const Fold = open ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand
  return (
    <nav className={classes['rail']} data-region="rail" aria-label={t('frame.regions.rail')}>
      <ul>{entries('main')}</ul>
      {!closed && screens.map(({ key, pinned: Pinned }) => Pinned !== undefined && <Pinned key={key} open={open} />)}
      {!closed && <RecentMenu open={open} />}
      <ul className={classes['railFoot']}>{entries('foot')}</ul>
      <Tooltip label={`${t('frame.actions.rail')} (Ctrl+B)`} position="right">
        <button
          type="button"
          className={classes['fold']}
          aria-expanded={open}
          aria-label={t('frame.actions.rail')}
          aria-keyshortcuts="Control+B"
          onClick={onToggle}
        >
          <Fold size={18} stroke={1.5} aria-hidden />
        </button>
      </Tooltip>
    </nav>
  )
}

interface EntryProps {
  screen: Screen
  open: boolean
  current: boolean
  closed: boolean
}

/** Not drawn again when only the parameters of the place change, as with every key of a search. */
const Entry = memo(function Entry({ screen, open, current, closed }: EntryProps): JSX.Element {
  const { t } = useTexts()
  const go = useNavigation((state) => state.go)
  const name = t(screen.label)
  const hint = screen.shortcut === undefined ? name : `${name} (${showShortcut(screen.shortcut)})`
  return (
    <li>
      <Tooltip label={hint} position="right">
        <button
          type="button"
          className={classes['entry']}
          aria-current={current ? 'page' : undefined}
          aria-keyshortcuts={screen.shortcut === undefined ? undefined : ariaShortcut(screen.shortcut)}
          disabled={closed}
          onClick={() => go(screen.key)}
        >
          <screen.icon size={19} stroke={1.5} aria-hidden />
          <span className={open ? undefined : 'seen-by-readers'}>{name}</span>
          {screen.badge !== undefined && !closed && (
            <span className={open ? classes['badge'] : 'seen-by-readers'}>
              <screen.badge />
            </span>
          )}
        </button>
      </Tooltip>
    </li>
  )
})
