// “Hạn hiệu lực”: accreditations by their end, on the rungs 180, 90, 60, 30 and 0 days, and those that have just ended. Every one is
// listed here, also what is put off: putting off keeps it out of “Việc cần làm” only.
import { IconCalendarDue, IconFileTypeDocx } from '@tabler/icons-react'
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import { JUST_ENDED, LADDER_TOP, type TaskPage } from '../../../db/model/tasks/kinds'
import { useActions } from '../../actions/action'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { Toolbar } from '../../components/Toolbar'
import type { ScreenProps } from '../../screens'
import { useDay } from '../../stores/day'
import { useNavigation } from '../../stores/navigation'
import { openPaper } from '../../stores/paperWish'
import { useTexts, type Texts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { useRows } from '../../useRows'
import { useExpiryColumns } from './columns'
import { Picks, type Pick } from './Picks'
import { WorkExport } from './WorkExport'
import { WorkList } from './WorkList'

const ENDED = 'ended'

export function ExpiriesScreen({ params }: ScreenProps): JSX.Element {
  const texts = useTexts()
  const { t, n, language } = texts
  const day = useDay()
  const picked = params['span'] ?? String(LADDER_TOP)
  const asked = { day, includeSnoozed: true }
  const all = useCall('tasks.list', { ...asked, limit: 1 })
  const rows = useRows('tasks.list', {
    ...asked,
    ...(picked === ENDED ? { kind: 'expired' as const } : { kind: 'expiring' as const, within: withinOf(picked) }),
  })
  const columns = useExpiryColumns()
  useActions([
    {
      id: 'expiries.document',
      label: 'documents.openers.expiring',
      shortcut: 'Ctrl+Alt+D',
      bar: 'register',
      icon: IconFileTypeDocx,
      run: () => openPaper({ kind: 'expiring', ...(picked !== ENDED && { within: withinOf(picked) }) }),
    },
  ])
  const pickedSpan = all.state === 'ready' ? spans(all.data, texts).find(({ id }) => id === picked) : undefined
  const count = t('tasks.expiries.count', { count: rows.count, shown: n(rows.count) })
  return (
    <Page
      fill
      title={t('tasks.expiries.title')}
      line={`${count} · ${t('common.day', { day: formatDate(day, language) })}. ${t('tasks.expiries.line')}`}
      actions={
        <WorkExport
          id="expiries.export"
          title={t('tasks.expiries.title')}
          about={pickedSpan === undefined ? [] : [t('exports.about.filter', { words: pickedSpan.label })]}
          layout="expiries"
          {...{ columns, rows }}
        />
      }
      {...(all.state === 'ready' && {
        toolbar: (
          <Toolbar label={t('tasks.expiries.label')}>
            <Picks
              picks={spans(all.data, texts)}
              picked={picked}
              onPick={(span) => useNavigation.getState().amend({ span })}
            />
          </Toolbar>
        ),
      })}
    >
      <WorkList
        key={picked}
        label={t('tasks.expiries.title')}
        layout="expiries"
        columns={columns}
        rows={rows}
        empty={
          <EmptyState
            icon={IconCalendarDue}
            title={t('tasks.expiries.none')}
            {...(picked !== ENDED && picked !== String(LADDER_TOP) && { text: t('tasks.expiries.noneText') })}
          />
        }
      />
    </Page>
  )
}

const withinOf = (picked: string): number => {
  const days = Number(picked)
  return Number.isInteger(days) && days >= 0 && days <= LADDER_TOP ? days : LADDER_TOP
}

/** The longest span first, as the work comes nearer from left to right; what has ended stands last. */
function spans({ ladder, justEnded }: TaskPage, { t, n }: Texts): Pick[] {
  const words = (days: number): { count: number; shown: string } => ({ count: days, shown: n(days) })
  return [
    ...ladder.toReversed().map(({ within, tasks }) => ({
      id: String(within),
      label: within === 0 ? t('tasks.expiries.today') : t('tasks.expiries.within', words(within)),
      count: tasks,
      rule: within === 0 ? t('tasks.expiries.todayRule') : t('tasks.expiries.withinRule', words(within)),
    })),
    {
      id: ENDED,
      label: t('tasks.expiries.justEnded'),
      count: justEnded,
      rule: t('tasks.expiries.justEndedRule', words(JUST_ENDED)),
    },
  ]
}
