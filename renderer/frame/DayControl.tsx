// The times looked at, and the way to others: a button in the top bar with a small form below it (Ctrl+Shift+D from anywhere).
import { Popover, Tooltip } from '@mantine/core'
import { IconCalendar, IconChevronDown } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import { useActions } from '../actions/action'
import { formatDate } from '../../db/model/dates/partial'
import { useDay } from '../stores/day'
import { formatWeekday } from '../texts/formats'
import { useTexts } from '../texts/texts'
import { DayForm } from './DayForm'
import classes from './day.module.css'

export function DayControl(): JSX.Element {
  const { t, language } = useTexts()
  const [opened, setOpened] = useState(false)
  const day = useDay()
  const shown = formatDate(day, language)
  useActions(
    [
      {
        id: 'day.look',
        group: 'frame',
        label: 'frame.day.title',
        shortcut: 'Ctrl+Shift+D',
        icon: IconCalendar,
        run: () => setOpened(true),
      },
    ],
    'frame',
  )
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withinPortal width={340}>
      <Popover.Target>
        <Tooltip
          label={`${t('frame.day.today', { weekday: formatWeekday(day, language), day: shown })} (Ctrl+Shift+D)`}
          disabled={opened}
        >
          <button
            type="button"
            className={classes['day']}
            aria-haspopup="dialog"
            aria-expanded={opened}
            aria-keyshortcuts="Control+Shift+D"
            aria-label={t('frame.day.button', { day: shown })}
            onClick={() => setOpened(!opened)}
          >
            <IconCalendar size={16} stroke={1.6} aria-hidden />
            <time dateTime={day}>{t('common.day', { day: shown })}</time>
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('frame.day.title')}>
        <DayForm onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}
