// The day looked at, and the way to another one: typed as people write it, or one of three that are asked for most. On another day the
// whole window only reads, and a band says so. What is shown is what held on that day as the register knows it now.
import { Button, Popover, TextInput, Tooltip } from '@mantine/core'
import { IconCalendar, IconChevronDown } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import { addDays, formatDate, parseDate, precision } from '../../db/model/dates/partial'
import { TASK_WINDOW } from '../../db/model/status/spans'
import { useDayStore } from '../stores/day'
import { formatWeekday } from '../texts/formats'
import { useTexts } from '../texts/texts'
import classes from './frame.module.css'

export interface DayControlProps {
  opened: boolean
  onOpen: () => void
  onClose: () => void
}

export function DayControl({ opened, onOpen, onClose }: DayControlProps): JSX.Element {
  const { t, language } = useTexts()
  const { today, asOf } = useDayStore()
  const day = asOf ?? today
  const words = {
    day: formatDate(day, language),
    weekday: formatWeekday(day, language),
  }
  return (
    <Popover
      opened={opened}
      onDismiss={onClose}
      onClose={onClose}
      position="bottom-end"
      trapFocus
      returnFocus
      width={300}
    >
      <Popover.Target>
        <Tooltip
          label={`${t(asOf === null ? 'frame.day.today' : 'frame.day.other', words)} (Ctrl+D)`}
          disabled={opened}
        >
          <button
            type="button"
            className={classes['day']}
            aria-label={`${t('frame.day.title')}: ${t('common.day', { day: words.day })}`}
            aria-expanded={opened}
            aria-haspopup="dialog"
            aria-keyshortcuts="Control+D"
            onClick={opened ? onClose : onOpen}
          >
            <IconCalendar size={16} stroke={1.6} aria-hidden />
            <time dateTime={day}>{t('common.day', { day: words.day })}</time>
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('frame.day.title')}>{opened && <Chooser onDone={onClose} />}</Popover.Dropdown>
    </Popover>
  )
}

function wholeDay(text: string): string | null {
  const read = parseDate(text)
  return read.ok && precision(read.value.iso) === 'day' ? read.value.iso : null
}

function Chooser({ onDone }: { onDone: () => void }): JSX.Element {
  const { t, language } = useTexts()
  const { today, asOf, lookAt } = useDayStore()
  const [text, setText] = useState(formatDate(asOf ?? today, language))
  const [refused, setRefused] = useState(false)
  const read = wholeDay(text)
  const look = (day: string): void => {
    lookAt(day === today ? null : day)
    onDone()
  }
  return (
    <form
      className={classes['chooser']}
      onSubmit={(event) => {
        event.preventDefault()
        if (read === null) setRefused(true)
        else look(read)
      }}
    >
      <TextInput
        label={t('frame.day.field')}
        data-autofocus
        inputMode="numeric"
        autoComplete="off"
        value={text}
        error={refused && read === null ? t('frame.day.problem') : null}
        description={
          read === null ? t('common.date.hint') : `${formatWeekday(read, language)}, ${formatDate(read, language)}`
        }
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit">{t('frame.day.look')}</Button>
      <QuickDays today={today} onLook={look} />
      {asOf !== null && (
        <Button variant="default" onClick={() => look(today)}>
          {t('frame.day.back')}
        </Button>
      )}
    </form>
  )
}

function QuickDays({ today, onLook }: { today: string; onLook: (day: string) => void }): JSX.Element {
  const { t, language } = useTexts()
  const year = Number(today.slice(0, 4))
  const days = [
    { label: t('frame.day.quick.lastYear'), day: `${year - 1}-12-31` },
    { label: t('frame.day.quick.quarter'), day: addDays(today, TASK_WINDOW) },
    { label: t('frame.day.quick.yearEnd'), day: `${year}-12-31` },
  ]
  return (
    <ul className={classes['quick']}>
      {days.map(({ label, day }) => (
        <li key={label}>
          <button type="button" onClick={() => onLook(day)}>
            <span>{label}</span> <time dateTime={day}>{formatDate(day, language)}</time>
          </button>
        </li>
      ))}
    </ul>
  )
}
