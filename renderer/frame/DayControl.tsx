// The times looked at, and the way to others: a button in the top bar with a small form below it.
import { Popover, Tooltip } from '@mantine/core'
import { IconCalendar, IconChevronDown } from '@tabler/icons-react'
import type { JSX } from 'react'
import { formatDate } from '../../db/model/dates/partial'
import { useDayStore } from '../stores/day'
import { formatWeekday } from '../texts/formats'
import { useTexts } from '../texts/texts'
import { DayForm } from './DayForm'
import classes from './day.module.css'

export interface DayControlProps {
  opened: boolean
  onOpen: () => void
  onClose: () => void
}

export function DayControl({ opened, onOpen, onClose }: DayControlProps): JSX.Element {
  const { t, language } = useTexts()
  const { today, asOf } = useDayStore()
  const day = asOf ?? today
  const words = { day: formatDate(day, language), weekday: formatWeekday(day, language) }
  return (
    <Popover
      opened={opened}
      onDismiss={onClose}
      onClose={onClose}
      position="bottom-end"
      trapFocus
      returnFocus
      withinPortal
      width={340}
    >
      <Popover.Target>
        <Tooltip
          label={`${t(asOf === null ? 'frame.day.today' : 'frame.day.other', words)} (Ctrl+D)`}
          disabled={opened}
        >
          <button
            type="button"
            className={classes['day']}
            aria-haspopup="dialog"
            aria-expanded={opened}
            aria-keyshortcuts="Control+D"
            aria-label={t('frame.day.button', { day: words.day })}
            onClick={opened ? onClose : onOpen}
          >
            <IconCalendar size={16} stroke={1.6} aria-hidden />
            <time dateTime={day}>{t('common.day', { day: words.day })}</time>
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('frame.day.title')}>{opened && <DayForm onDone={onClose} />}</Popover.Dropdown>
    </Popover>
  )
}
