// Two people changed the same field: the value from when the form opened, mine and the present one side by side, and one key to choose.
import { Button } from '@mantine/core'
import type { JSX } from 'react'
import type { FieldValues } from 'react-hook-form'
import { formatDate, dayInVietnam } from '../../../../db/model/dates/partial'
import { formatTime } from '../../../texts/formats'
import { useActorName } from '../../../useActorName'
import { useTexts } from '../../../texts/texts'
import { unchosen, type Choice } from './clashes'
import classes from './forms.module.css'
import type { RecordSpec } from './recordSpec'

export interface ChoicesProps<V extends FieldValues, C extends object> {
  choices: readonly Choice[]
  spec: RecordSpec<V, C>
  onChoose: (path: string, side: 'mine' | 'theirs') => void
}

export function Choices<V extends FieldValues, C extends object>(props: ChoicesProps<V, C>): JSX.Element {
  const { t, n } = useTexts()
  const { choices } = props
  const done = unchosen(choices) === undefined
  return (
    <section className={classes['notice']} aria-label={t('forms.clash.title')}>
      <p role="alert">
        {done ? t('forms.clash.done') : t('forms.clash.text', { count: choices.length, shown: n(choices.length) })}
      </p>
      <div className={classes['choices']}>
        {choices.map((choice) => (
          <OneChoice key={choice.path} choice={choice} spec={props.spec} onChoose={props.onChoose} />
        ))}
      </div>
    </section>
  )
}

interface OneChoiceProps<V extends FieldValues, C extends object> extends Omit<ChoicesProps<V, C>, 'choices'> {
  choice: Choice
}

function OneChoice<V extends FieldValues, C extends object>({
  choice,
  spec,
  onChoose,
}: OneChoiceProps<V, C>): JSX.Element {
  const { t, language } = useTexts()
  const nameOf = useActorName()
  const { path, base, mine, theirs, by, at, chosen } = choice
  const label = spec.labelOf(path)
  const words = (value: unknown) => spec.wordsOf(path, value)
  const when = at === null ? '' : `${formatTime(at)} ${formatDate(dayInVietnam(Date.parse(at)), language)}`
  const sides = [
    ['mine', t('forms.clash.keepMine')],
    ['theirs', t('forms.clash.takeTheirs')],
  ] as const
  return (
    <div
      className={classes['choice']}
      role="group"
      aria-label={t('forms.clash.of', { label })}
      data-choice={chosen === null ? 'open' : 'made'}
    >
      <h3>{label}</h3>
      <dl className={classes['three']}>
        <dt>{t('forms.clash.base')}</dt>
        <dd>{words(base)}</dd>
        <dt>{t('forms.clash.mine')}</dt>
        <dd>{words(mine)}</dd>
        <dt>{t('forms.clash.theirs')}</dt>
        <dd>
          {words(theirs)}{' '}
          {by !== null && <span className={classes['dim']}>{t('forms.clash.by', { by: nameOf(by), when })}</span>}
        </dd>
      </dl>
      <div className={classes['buttons']}>
        {sides.map(([side, text]) => (
          <Button
            key={side}
            size="compact-sm"
            variant={chosen === side ? 'filled' : 'default'}
            aria-pressed={chosen === side}
            onClick={() => onChoose(path, side)}
          >
            {text}
          </Button>
        ))}
      </div>
    </div>
  )
}
