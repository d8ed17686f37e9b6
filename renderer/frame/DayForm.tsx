// Chooses the two times of the window: the day that is judged, and the state of the register that judges. Both are typed as people
// write them; nothing changes before “Xem”, and what cannot be understood stays as typed.
import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent, type JSX } from 'react'
import { addMonths, formatDate } from '../../db/model/dates/partial'
import { call } from '../api'
import { useDayStore, type Recorded } from '../stores/day'
import { failureSentence } from '../texts/failureText'
import { formatInstant } from '../texts/instants'
import { useTexts, type Translate } from '../texts/texts'
import classes from './day.module.css'
import { readMoment, wholeDay } from './moment'

const YEAR = 12

export function DayForm({ onDone }: { onDone: () => void }): JSX.Element {
  const { t, language } = useTexts()
  const { today, asOf, recorded, lookAt, lookBack } = useDayStore()
  const [day, setDay] = useState(formatDate(asOf ?? today, language))
  const [moment, setMoment] = useState(recorded === null ? '' : formatInstant(recorded.asked, language))
  const [problems, setProblems] = useState<{ day?: string; moment?: string }>({})
  const show = (chosen: string | null, state: Recorded | null): void => {
    lookBack(state)
    lookAt(chosen === today ? null : chosen)
    onDone()
  }
  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const chosen = wholeDay(day)
    const found = await findMoment(t, moment)
    const wrong = {
      ...(chosen === null && { day: t('frame.day.notWhole') }),
      ...('problem' in found && { moment: found.problem }),
    }
    setProblems(wrong)
    if (chosen !== null && 'recorded' in found) show(chosen, found.recorded)
  }
  const quick = [
    { label: t('frame.day.yearAgo'), day: addMonths(today, -YEAR) },
    { label: t('frame.day.yearStart'), day: `${today.slice(0, 4)}-01-01` },
  ]
  return (
    <form className={classes['form']} onSubmit={(event) => void look(event)} noValidate>
      <TextInput
        data-autofocus
        label={t('frame.day.asOf')}
        description={t('frame.day.asOfHint')}
        error={problems.day}
        autoComplete="off"
        value={day}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <div className={classes['quick']}>
        {quick.map((choice) => (
          <Button key={choice.label} size="compact-sm" variant="default" onClick={() => show(choice.day, recorded)}>
            {choice.label}
          </Button>
        ))}
      </div>
      <TextInput
        label={t('frame.day.recorded')}
        description={t('frame.day.recordedHint')}
        error={problems.moment}
        autoComplete="off"
        value={moment}
        onChange={(event) => setMoment(event.currentTarget.value)}
      />
      <div className={classes['end']}>
        {(asOf !== null || recorded !== null) && (
          <Button variant="default" onClick={() => show(today, null)}>
            {t('frame.day.back')}
          </Button>
        )}
        <Button type="submit">{t('frame.day.look')}</Button>
      </div>
    </form>
  )
}

type Found = { recorded: Recorded | null } | { problem: string }

async function findMoment(t: Translate, text: string): Promise<Found> {
  if (text.trim() === '') return { recorded: null }
  const asked = readMoment(text)
  if (asked === null) return { problem: t('frame.day.notMoment') }
  const answer = await call('register.recordedAt', { at: asked })
  if (!answer.ok) return { problem: failureSentence(t, answer.error) }
  return answer.value === null ? { problem: t('frame.day.notYet') } : { recorded: { ...answer.value, asked } }
}
