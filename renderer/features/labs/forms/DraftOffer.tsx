// A draft from before (a crash, a closed window) is offered before anything can be typed over it.
import { Button } from '@mantine/core'
import { useEffect, useRef, type JSX } from 'react'
import { formatDate, dayInVietnam } from '../../../../db/model/dates/partial'
import { useDayStore } from '../../../stores/day'
import { formatTime } from '../../../texts/formats'
import { useTexts } from '../../../texts/texts'
import classes from './forms.module.css'

export interface DraftOfferProps {
  savedAt: string
  onUse: () => void
  onDrop: () => void
}

export function DraftOffer({ savedAt, onUse, onDrop }: DraftOfferProps): JSX.Element {
  const { t, language } = useTexts()
  const today = useDayStore((store) => store.today)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const day = dayInVietnam(Date.parse(savedAt))
  const time = formatTime(savedAt)
  return (
    <section className={classes['notice']} aria-label={t('forms.draft.title')}>
      <p role="status">
        {day === today
          ? t('forms.draft.today', { time })
          : t('forms.draft.earlier', { time, day: formatDate(day, language) })}
      </p>
      <div className={classes['buttons']}>
        <Button ref={first} size="compact-md" onClick={onUse}>
          {t('forms.draft.use')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onDrop}>
          {t('forms.draft.drop')}
        </Button>
      </div>
    </section>
  )
}
