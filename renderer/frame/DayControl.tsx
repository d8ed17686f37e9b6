// The day looked at. It shows today; the as-of choice will live here, so the day already comes from the one store.
import { Tooltip } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import type { JSX } from 'react'
import { formatDate } from '../../db/model/dates/partial'
import { useDay } from '../stores/day'
import { formatWeekday } from '../texts/formats'
import { useTexts } from '../texts/texts'
import classes from './top.module.css'

export function DayControl(): JSX.Element {
  const { t, language } = useTexts()
  const day = useDay()
  const shown = formatDate(day, language)
  return (
    <Tooltip label={t('frame.day.today', { weekday: formatWeekday(day, language), day: shown })}>
      <span className={classes['day']}>
        <IconCalendar size={16} stroke={1.6} aria-hidden />
        <time dateTime={day}>{t('common.day', { day: shown })}</time>
      </span>
    </Tooltip>
  )
}
