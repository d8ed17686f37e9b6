// The pages open in this window, above the content while there are any: press to go, middle press or Delete to close. Those that have no
// room stand in a menu at the end.
import { ActionIcon, Menu } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconChevronDown, IconFlask, IconX } from '@tabler/icons-react'
import type { JSX, KeyboardEvent, MouseEvent } from 'react'
import { usePaletteSource, type PaletteItem } from '../actions/palette'
import { usePlace } from '../stores/navigation'
import { closeTab, openTab, shownTab, useTabs, type Opened } from '../stores/tabs'
import { capital } from '../texts/capital'
import { useTexts } from '../texts/texts'
import classes from './tabs.module.css'

const LEAST_WIDTH = 132
const MENU_WIDTH = 56
const MIDDLE = 1

export function TabStrip(): JSX.Element | null {
  const { t } = useTexts()
  const tabs = useTabs((state) => state.tabs)
  useRecentInPalette()
  const { screen, params } = usePlace()
  const { ref, width } = useElementSize<HTMLElement>()
  if (tabs.length === 0) return null
  const shown = screen === 'lab' ? params['id'] : undefined
  const [inSight, others] = fitted(tabs, shown, width)
  return (
    <nav ref={ref} className={classes['strip']} data-region="tabs" aria-label={t('tabs.label')}>
      <ul>
        {inSight.map((tab) => (
          <Tab key={tab.id} tab={tab} current={tab.id === shown} />
        ))}
      </ul>
      {others.length > 0 && <Others tabs={others} />}
    </nav>
  )
}

const RECENT_IN_PALETTE = 8

/** Before anything is typed the palette offers where one has been, without the page now shown. */
function useRecentInPalette(): void {
  const start = (): PaletteItem[] =>
    useTabs
      .getState()
      .recent.filter(({ id, name }) => name !== '' && id !== shownTab())
      .slice(0, RECENT_IN_PALETTE)
      .map(({ id, name }) => ({ id, label: name, icon: IconFlask, run: () => openTab(id) }))
  usePaletteSource({ id: 'recent', label: 'tabs.recent', start, search: () => Promise.resolve([]) })
}

/** As many as have room, among them the one shown; the rest for the menu. */
function fitted(tabs: readonly Opened[], shown: string | undefined, width: number): [Opened[], Opened[]] {
  const room = (px: number): number => Math.max(1, Math.floor(px / LEAST_WIDTH))
  if (width === 0 || tabs.length <= room(width)) return [[...tabs], []]
  const fit = room(width - MENU_WIDTH)
  const at = tabs.findIndex(({ id }) => id === shown)
  const inSight = at < fit ? tabs.slice(0, fit) : [...tabs.slice(0, fit - 1), ...tabs.slice(at, at + 1)]
  return [inSight, tabs.filter((tab) => !inSight.includes(tab))]
}

function Tab({ tab: { id, name }, current }: { tab: Opened; current: boolean }): JSX.Element {
  const { t } = useTexts()
  const words = name === '' ? t('tabs.loading') : name
  const onAuxClick = ({ button }: MouseEvent): void => {
    if (button === MIDDLE) closeTab(id)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Delete' || event.ctrlKey || event.altKey || event.shiftKey) return
    event.preventDefault()
    const item = event.currentTarget.closest('li')
    const near = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('button')
    near?.focus()
    closeTab(id)
  }
  return (
    <li className={classes['tab']} data-current={current || undefined} onAuxClick={onAuxClick}>
      <button
        type="button"
        className={classes['name']}
        title={words}
        aria-label={words}
        aria-current={current ? 'page' : undefined}
        aria-keyshortcuts="Delete"
        onClick={() => openTab(id)}
        onKeyDown={onKeyDown}
      >
        <IconFlask size={15} stroke={1.5} aria-hidden />
        <span>{shortName(words)}</span>
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={classes['close']}
        aria-label={t('tabs.close', { name: words })}
        title={`${t('tabs.actions.close')}${current ? ' (Ctrl+W)' : ''}`}
        onClick={() => closeTab(id)}
      >
        <IconX size={14} aria-hidden />
      </button>
    </li>
  )
}

/** Most names begin alike: without “Phòng thí nghiệm của” what tells them apart has room. The whole name stands in the hint. */
function shortName(name: string): string {
  const short = name.replace(/^phòng (thí|thử|xét|kiểm) nghiệm (của )?/iu, '')
  return capital(short, 'vi')
}

function Others({ tabs }: { tabs: readonly Opened[] }): JSX.Element {
  const { t, n } = useTexts()
  const words = t('tabs.more', { count: tabs.length, shown: n(tabs.length) })
  return (
    <Menu position="bottom-end" width={360}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" className={classes['more']} aria-label={words} title={words}>
          +{n(tabs.length)}
          <IconChevronDown size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes['others']}>
        {tabs.map(({ id, name }) => (
          <Menu.Item key={id} leftSection={<IconFlask size={16} aria-hidden />} onClick={() => openTab(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
