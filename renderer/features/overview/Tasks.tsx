// “Việc cần làm”: the ten most pressing things to do, each with why it is there in one line; below, the whole lists.
import type { JSX } from 'react'
import type { Overview } from '../../../db/model/shapes/overview'
import { flags } from '../../../db/model/status/flags'
import type { Task } from '../../../db/model/tasks/kinds'
import { Panel } from '../../components/Page'
import { StatusMark } from '../../components/StatusBadge'
import { openTask } from '../../openTask'
import { useNavigation } from '../../stores/navigation'
import { nameOfTask, whyOfTask } from '../../texts/taskWords'
import { useTexts } from '../../texts/texts'
import { openLabs } from './openLabs'
import classes from './overview.module.css'

export function Tasks({ overview }: { overview: Overview }): JSX.Element {
  const { t } = useTexts()
  return (
    <Panel title={t('overview.tasks.title')}>
      {overview.tasks.length === 0 && <p className={classes['dim']}>{t('overview.tasks.none')}</p>}
      <ol className={classes['tasks']}>
        {overview.tasks.map((task) => (
          <li key={`${task.about} ${task.record}`}>
            <Line task={task} />
          </li>
        ))}
      </ol>
      <Lists overview={overview} />
    </Panel>
  )
}

function Line({ task }: { task: Task }): JSX.Element {
  const texts = useTexts()
  return (
    <>
      <StatusMark status={task.status} why={{ laboratory: task.lab }} />
      <button type="button" className={classes['task']} onClick={() => openTask(task)}>
        <span className={classes['name']}>{nameOfTask(task, texts)}</span>
        {task.code !== null && <span className={classes['code']}> {task.code}</span>}
        <span className={classes['why']}>{whyOfTask(task, texts)}</span>
      </button>
    </>
  )
}

/** The whole of the work, and the laboratories behind it. */
function Lists({ overview }: { overview: Overview }): JSX.Element | null {
  const { t, n } = useTexts()
  const ended = overview.byStatus.find(({ status }) => status === 'expired')?.labs ?? 0
  const words = (count: number): { count: number; shown: string } => ({ count, shown: n(count) })
  const lists = [
    {
      count: overview.work,
      label: t('overview.tasks.allWork', words(overview.work)),
      open: () => useNavigation.getState().go('tasks'),
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
