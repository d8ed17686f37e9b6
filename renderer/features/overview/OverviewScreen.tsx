// “Tổng quan”: what the register holds on the day looked at. Every number opens the names behind it and says how it was counted.
import { Button } from '@mantine/core'
import { IconFlask, IconListNumbers } from '@tabler/icons-react'
import type { QueryClient } from '@tanstack/react-query'
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import type { Overview } from '../../../db/model/shapes/overview'
import { EmptyState } from '../../components/EmptyState'
import { LoadFailed } from '../../components/LoadFailed'
import { Page } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { presentDay, useDay } from '../../stores/day'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import { askAhead, useCall } from '../../useCall'
import { Counts } from './Counts'
import { Coverage } from './Coverage'
import { EndingSoon } from './EndingSoon'
import { openLabs } from './openLabs'
import classes from './overview.module.css'
import { PublishedFigures } from './PublishedFigures'
import { RecentChanges } from './RecentChanges'
import { StatusFigures } from './StatusFigures'
import { Tasks } from './Tasks'
import { WelcomeCard } from './WelcomeCard'

export const askOverview = (client: QueryClient): Promise<void> =>
  askAhead(client, 'overview.get', { day: presentDay() })

export function OverviewScreen(): JSX.Element {
  const { t, n, language } = useTexts()
  const day = useDay()
  const overview = useCall('overview.get', { day })
  const line =
    overview.state === 'ready'
      ? t('overview.line', {
          count: overview.data.labs,
          shown: n(overview.data.labs),
          day: formatDate(overview.data.day, language),
        })
      : undefined
  return (
    <Page
      title={t('overview.title')}
      {...(line !== undefined && { line })}
      actions={
        <Button
          variant="default"
          leftSection={<IconListNumbers size={16} aria-hidden />}
          onClick={() => useNavigation.getState().go('figures')}
        >
          {t('overview.counting')}
        </Button>
      }
    >
      {overview.state === 'error' && <LoadFailed error={overview.error} onRetry={overview.refetch} />}
      {overview.state === 'pending' && <Skeleton lines={9} />}
      {overview.state === 'ready' && (overview.data.labs === 0 ? <Empty /> : <Figures overview={overview.data} />)}
    </Page>
  )
}

function Empty(): JSX.Element {
  const { t } = useTexts()
  return (
    <EmptyState
      icon={IconFlask}
      title={t('overview.empty.title')}
      text={t('overview.empty.text')}
      action={
        <Button variant="default" onClick={() => openLabs({})}>
          {t('overview.empty.open')}
        </Button>
      }
    />
  )
}

function Figures({ overview }: { overview: Overview }): JSX.Element {
  return (
    <div className={classes['screen']}>
      <WelcomeCard />
      <StatusFigures overview={overview} />
      <div className={classes['work']}>
        <Tasks overview={overview} />
        <EndingSoon overview={overview} />
      </div>
      <Counts overview={overview} />
      <div className={classes['lower']}>
        <Coverage overview={overview} />
        <div className={classes['side']}>
          <PublishedFigures overview={overview} />
          <RecentChanges recent={overview.recent} />
        </div>
      </div>
    </div>
  )
}
