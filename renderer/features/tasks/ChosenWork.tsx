// The work that has the focus in the list: why it is there, what to do about it, and what can be done from here.
import { Button } from '@mantine/core'
import { IconArrowRight, IconBellZ, IconClipboardCheck } from '@tabler/icons-react'
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import type { Task } from '../../../db/model/tasks/kinds'
import { openTask } from '../../openTask'
import { nameOfTask, todoOfTask, whyOfTask } from '../../texts/taskWords'
import { useTexts, type Texts } from '../../texts/texts'
import { SnoozeForm } from './SnoozeForm'
import { unsnooze } from './snooze'
import classes from './tasks.module.css'
import { VisitForm } from './VisitForm'

export type WorkForm = 'snooze' | 'visit'

export interface ChosenWorkProps {
  /** undefined: no row has the focus, or it is not loaded yet */
  task: Task | undefined
  canEdit: boolean
  form: WorkForm | null
  onForm: (form: WorkForm) => void
  /** the form is closed, saved or not */
  onDone: () => void
}

/** Whether a surveillance visit is what is missing. */
export const isVisit = ({ about }: Task): boolean => about === 'surveillance_due' || about === 'surveillance_overdue'

export function ChosenWork({ task, canEdit, form, onForm, onDone }: ChosenWorkProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  return (
    <section className={classes['chosen']} aria-label={t('tasks.chosen.label')}>
      {task === undefined ? (
        <p className={classes['dim']}>{t('tasks.chosen.nothing')}</p>
      ) : (
        <>
          <Words task={task} />
          {form === 'snooze' && <SnoozeForm key={task.record} task={task} onDone={onDone} />}
          {form === 'visit' && <VisitForm key={task.record} task={task} onDone={onDone} />}
          {form === null && <Deeds task={task} canEdit={canEdit} onForm={onForm} />}
        </>
      )}
    </section>
  )
}

function Words({ task }: { task: Task }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  return (
    <div className={classes['words']}>
      <h2>
        {nameOfTask(task, texts)}
        {task.code !== null && <span className={classes['code']}> {task.code}</span>}
      </h2>
      <dl>
        <dt>{t('tasks.chosen.why')}</dt>
        <dd>{whyOfTask(task, texts)}.</dd>
        <dt>{t('tasks.chosen.todo')}</dt>
        <dd>{todoOfTask(task, texts)}</dd>
      </dl>
      {task.snoozed !== null && <p className={classes['dim']}>{snoozedWords(task.snoozed, texts)}</p>}
    </div>
  )
}

function snoozedWords({ until, reason }: NonNullable<Task['snoozed']>, { t, language }: Texts): string {
  const day = formatDate(until, language)
  return reason === null ? t('tasks.chosen.snoozed', { day }) : t('tasks.chosen.snoozedWhy', { day, reason })
}

function Deeds({ task, canEdit, onForm }: Pick<ChosenWorkProps, 'canEdit' | 'onForm'> & { task: Task }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  return (
    <div className={classes['deeds']}>
      <Button rightSection={<IconArrowRight size={16} aria-hidden />} title="Enter" onClick={() => openTask(task)}>
        {t('tasks.chosen.open')}
      </Button>
      {isVisit(task) && (
        <Button
          variant="default"
          leftSection={<IconClipboardCheck size={16} aria-hidden />}
          title="Ctrl+G"
          aria-keyshortcuts="Control+G"
          disabled={!canEdit}
          onClick={() => onForm('visit')}
        >
          {t('tasks.visit.action')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconBellZ size={16} aria-hidden />}
        title="Ctrl+H"
        aria-keyshortcuts="Control+H"
        disabled={!canEdit}
        onClick={() => onForm('snooze')}
      >
        {t('tasks.snooze.action')}
      </Button>
      {task.snoozed !== null && (
        <Button variant="default" disabled={!canEdit} onClick={() => void unsnooze(task, texts)}>
          {t('tasks.chosen.back')}
        </Button>
      )}
    </div>
  )
}
