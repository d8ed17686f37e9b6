// “Việc cần làm”: ten laboratories that most need a look, each with what to do about it in one line; below, the lists they come from.
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import type { Overview } from '../../../db/model/shapes/overview'
import type { LabRow } from '../../../db/model/shapes/lab'
import { flags } from '../../../db/model/status/flags'
import { TASK_WINDOW } from '../../../db/model/status/spans'
import { say } from '../../../db/model/texts/say'
import { Panel } from '../../components/Page'
import { StatusMark } from '../../components/StatusBadge'
import { capital } from '../../texts/capital'
import { useTexts, type Texts } from '../../texts/texts'
import { openLab, openLabs } from './openLabs'
import classes from './overview.module.css'

export function Tasks({ overview }: { overview: Overview }): JSX.Element {
  const { t } = useTexts()
  return (
    <Panel title={t('overview.tasks.title')}>
      {overview.tasks.length === 0 && <p className={classes['dim']}>{t('overview.tasks.none')}</p>}
      <ol className={classes['tasks']}>
        {overview.tasks.map((lab) => (
          <li key={lab.id}>
            <Task lab={lab} />
          </li>
        ))}
      </ol>
      <Lists overview={overview} />
    </Panel>
  )
}

function Task({ lab }: { lab: LabRow }): JSX.Element {
  const texts = useTexts()
  const english = texts.language === 'en' ? lab.nameEn : null
  return (
    <>
      <StatusMark status={lab.status} why={{ laboratory: lab.id }} />
      <button type="button" className={classes['task']} onClick={() => openLab(lab.id)}>
        <span className={classes['name']}>{english ?? lab.nameVi}</span>
        {lab.codes.length > 0 && <span className={classes['code']}> {lab.codes.join(', ')}</span>}
        <span className={classes['why']}>{whyOf(lab, texts)}</span>
      </button>
    </>
  )
}

/** “Hết hạn 25/11/2026, còn 2 ngày · 3 điều cần xem lại”; without an end the first flag, which is the most pressing one. */
function whyOf(lab: LabRow, texts: Texts): string {
  const { t, n, language } = texts
  const end = endOf(lab, texts)
  const [first] = lab.flags
  const lead = end ?? (first === undefined ? null : say(language, `exchange.flags.${first}`))
  const more = lab.flags.length - (end === null ? 1 : 0)
  const rest =
    more > 0
      ? t(end === null ? 'overview.tasks.moreFlags' : 'overview.tasks.flags', { count: more, shown: n(more) })
      : null
  return capital([lead, rest].filter((part) => part !== null).join(' · '), language)
}

function endOf(lab: LabRow, { t, n, language }: Texts): string | null {
  const date = lab.expiry === null ? '' : formatDate(lab.expiry, language)
  if (lab.status === 'expired') return t('overview.tasks.ended', { date })
  const left = lab.daysLeft
  if (left === null || left > TASK_WINDOW) return null
  if (left < 0) return t('overview.tasks.open', { date })
  return left === 0 ? t('overview.tasks.lastDay') : t('overview.tasks.ends', { date, count: left, shown: n(left) })
}

/** The whole lists behind the ten. */
function Lists({ overview }: { overview: Overview }): JSX.Element | null {
  const { t, n } = useTexts()
  const ending = overview.expiring.find(({ within }) => within === TASK_WINDOW)?.labs ?? 0
  const ended = overview.byStatus.find(({ status }) => status === 'expired')?.labs ?? 0
  const words = (count: number): { count: number; shown: string } => ({ count, shown: n(count) })
  const lists = [
    {
      count: ending,
      label: t('overview.tasks.allEnding', { ...words(ending), within: n(TASK_WINDOW) }),
      open: () => openLabs({ expiringWithin: TASK_WINDOW }),
    },
    { count: ended, label: t('overview.tasks.allEnded', words(ended)), open: () => openLabs({ status: ['expired'] }) },
    {
      count: overview.toVerify,
      label: t('overview.tasks.allToVerify', words(overview.toVerify)),
      open: () => openLabs({ flag: [...flags] }),
    },
  ].filter(({ count }) => count > 0)
  if (lists.length === 0) return null
  return (
    <p className={classes['lists']}>
      <span className={classes['dim']}>{t('overview.tasks.all')}</span>
      {lists.map(({ label, open }) => (
        <button key={label} type="button" className={classes['link']} onClick={open}>
          {label}
        </button>
      ))}
    </p>
  )
}
