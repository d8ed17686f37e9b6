// “Việc cần làm”: everything that waits for a person on the day looked at, the most pressing first, of one kind or of all.
import { Button, Switch } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import { taskKinds, type TaskKind, type TaskPage } from '../../../db/model/tasks/kinds'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { Toolbar } from '../../components/Toolbar'
import type { ScreenProps } from '../../screens'
import { useDay } from '../../stores/day'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { useRows } from '../../useRows'
import { useTaskColumns } from './columns'
import { Picks } from './Picks'
import { WorkExport } from './WorkExport'
import { WorkList } from './WorkList'

const ALL = 'all'
const amend = (params: Record<string, string>): void => useNavigation.getState().amend(params)
const kindIn = (name: string | undefined): TaskKind | null => taskKinds.find((kind) => kind === name) ?? null

export function TasksScreen({ params }: ScreenProps): JSX.Element {
  const { t, n, language } = useTexts()
  const day = useDay()
  const kind = kindIn(params['kind'])
  const includeSnoozed = params['snoozed'] === 'shown'
  const asked = { day, includeSnoozed }
  const twins = useCall('twins.list', { limit: 1 })
  const all = useCall('tasks.list', { ...asked, limit: 1 })
  const rows = useRows('tasks.list', kind === null ? asked : { ...asked, kind })
  const columns = useTaskColumns(includeSnoozed)
  const page = all.state === 'ready' ? all.data : null
  const total = page?.kinds.reduce((sum, { tasks }) => sum + tasks, 0) ?? 0
  return (
    <Page
      fill
      title={t('tasks.title')}
      actions={
        <>
          <Button variant="default" onClick={() => useNavigation.getState().go('twins')}>
            {twins.state === 'ready' && twins.data.total > 0
              ? t('twins.titleCounted', { shown: n(twins.data.total) })
              : t('twins.title')}
          </Button>
          <WorkExport
            id="tasks.export"
            title={t('tasks.title')}
            about={kind === null ? [] : [t('exports.about.filter', { words: t(`tasks.kinds.${kind}`) })]}
            layout="tasks"
            {...{ columns, rows }}
          />
        </>
      }
      {...(page !== null && {
        line: t('tasks.line', { count: total, shown: n(total), day: formatDate(day, language) }),
        toolbar: <Filter page={page} total={total} kind={kind} includeSnoozed={includeSnoozed} />,
      })}
    >
      <WorkList
        key={params['kind']}
        label={t('tasks.title')}
        layout="tasks"
        columns={columns}
        rows={rows}
        empty={<Nothing kind={kind} />}
      />
    </Page>
  )
}

interface FilterProps {
  page: TaskPage
  total: number
  kind: TaskKind | null
  includeSnoozed: boolean
}

function Filter({ page, total, kind, includeSnoozed }: FilterProps): JSX.Element {
  const { t, n } = useTexts()
  const { snoozed } = page
  const shown = page.kinds.map((each) => ({
    id: each.kind as string,
    label: t(`tasks.kinds.${each.kind}`),
    count: each.tasks,
  }))
  return (
    <Toolbar
      label={t('tasks.kindsLabel')}
      end={
        <Switch
          checked={includeSnoozed}
          disabled={snoozed === 0 && !includeSnoozed}
          label={snoozed === 0 ? t('tasks.noneSnoozed') : t('tasks.showSnoozed', { count: snoozed, shown: n(snoozed) })}
          onChange={(event) => amend({ snoozed: event.currentTarget.checked ? 'shown' : 'hidden' })}
        />
      }
    >
      <Picks
        picks={[{ id: ALL, label: t('tasks.all'), count: total }, ...shown]}
        picked={kind ?? ALL}
        onPick={(id) => amend({ kind: id })}
      />
    </Toolbar>
  )
}

function Nothing({ kind }: { kind: TaskKind | null }): JSX.Element {
  const { t } = useTexts()
  if (kind === null)
    return <EmptyState icon={IconChecklist} title={t('tasks.empty.title')} text={t('tasks.empty.text')} />
  return (
    <EmptyState
      icon={IconChecklist}
      title={t('tasks.empty.kind')}
      action={
        <Button variant="default" onClick={() => amend({ kind: ALL })}>
          {t('tasks.empty.showAll')}
        </Button>
      }
    />
  )
}
