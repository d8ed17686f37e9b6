// Columns of the two lists of work.
import { daysBetween, formatDate, lastDay } from '../../../db/model/dates/partial'
import type { Task } from '../../../db/model/tasks/kinds'
import type { Column } from '../../components/grid/column'
import { StatusBadge } from '../../components/StatusBadge'
import { useDay } from '../../stores/day'
import { nameOfTask, whyOfTask } from '../../texts/taskWords'
import { useTexts, type Texts } from '../../texts/texts'

/** `snoozed`: what is put off is among the rows. */
export function useTaskColumns(snoozed: boolean): readonly Column<Task>[] {
  const texts = useTexts()
  const { t } = texts
  return [
    { id: 'kind', label: t('tasks.columns.kind'), width: 164, text: (task) => t(`tasks.kinds.${task.about}`) },
    { ...nameColumn(texts), width: 300, grow: 1 },
    codeColumn(texts),
    { id: 'why', label: t('tasks.columns.why'), width: 350, grow: 1, text: (task) => whyOfTask(task, texts) },
    ...(snoozed ? [snoozedColumn(texts)] : []),
  ]
}

export function useExpiryColumns(): readonly Column<Task>[] {
  const texts = useTexts()
  const { t, n, language } = texts
  const day = useDay()
  const left = (task: Task): string => {
    if (task.about !== 'expired') return task.daysLeft === null ? '' : n(task.daysLeft)
    const gone = task.expiry === null ? 0 : daysBetween(lastDay(task.expiry), day)
    return t('tasks.expiries.ended', { count: gone, shown: n(gone) })
  }
  return [
    {
      id: 'expiry',
      label: t('tasks.columns.expiry'),
      width: 120,
      fixed: true,
      day: (task) => task.expiry,
      text: (task) => (task.expiry === null ? '' : formatDate(task.expiry, language)),
    },
    { id: 'left', label: t('tasks.columns.left'), width: 96, number: true, text: left },
    nameColumn(texts),
    codeColumn(texts),
    {
      id: 'status',
      label: t('tasks.columns.status'),
      width: 230,
      text: (task) => t(`status.${task.status}`),
      render: (task) => <StatusBadge status={task.status} daysLeft={task.daysLeft} />,
    },
    snoozedColumn(texts),
  ]
}

const nameColumn = (texts: Texts): Column<Task> => ({
  id: 'name',
  label: texts.t('tasks.columns.name'),
  width: 280,
  grow: 3,
  fixed: true,
  text: (task) => nameOfTask(task, texts),
})

const codeColumn = ({ t }: Texts): Column<Task> => ({
  id: 'code',
  label: t('tasks.columns.code'),
  width: 140,
  text: (task) => task.code ?? '',
})

const snoozedColumn = ({ t, language }: Texts): Column<Task> => ({
  id: 'snoozed',
  label: t('tasks.columns.snoozed'),
  width: 150,
  day: ({ snoozed }) => snoozed?.until ?? null,
  text: ({ snoozed }) => (snoozed === null ? '' : formatDate(snoozed.until, language)),
})
