// The top bar: which register, back and forward, the way to find anything, and the day looked at.
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconSearch } from '@tabler/icons-react'
import type { JSX } from 'react'
import { PersonMenu } from '../people/PersonMenu'
import { useNavigation } from '../stores/navigation'
import { useTexts } from '../texts/texts'
import { DayControl, type DayControlProps } from './DayControl'
import classes from './top.module.css'
import { RegisterMenu } from './RegisterMenu'

export function TopBar({ onSearch, day }: { onSearch: () => void; day: DayControlProps }): JSX.Element {
  const { t } = useTexts()
  return (
    // no <header>: Mantine's dialogs have one, and a page may have one banner only
    <div role="region" className={classes['top']} data-region="top" aria-label={t('frame.regions.top')}>
      <div className={classes['topStart']}>
        <RegisterMenu />
        <History />
      </div>
      <button type="button" className={classes['search']} onClick={onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={16} aria-hidden />
        <span>{t('frame.search.button')}</span>
        <kbd>Ctrl+K</kbd>
      </button>
      <div className={classes['topEnd']}>
        <PersonMenu />
        <DayControl {...day} />
      </div>
    </div>
  )
}

function History(): JSX.Element {
  const { t } = useTexts()
  const canBack = useNavigation((state) => state.at > 0)
  const canForward = useNavigation((state) => state.at < state.places.length - 1)
  const { back, forward } = useNavigation.getState()
  return (
    <>
      <Tooltip label={`${t('frame.actions.back')} (Alt+←)`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t('frame.actions.back')}
          disabled={!canBack}
          onClick={back}
        >
          <IconArrowLeft size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('frame.actions.forward')} (Alt+→)`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t('frame.actions.forward')}
          disabled={!canForward}
          onClick={forward}
        >
          <IconArrowRight size={17} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
