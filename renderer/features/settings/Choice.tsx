// One out of few, all of them seen: radio buttons in a row. Arrow keys choose, as the system does it.
import { useId, type JSX } from 'react'
import classes from './settings.module.css'

export interface ChoiceProps<V extends string> {
  label: string
  options: readonly { value: V; label: string }[]
  value: V
  onChoose: (value: V) => void
}

export function Choice<V extends string>({ label, options, value, onChoose }: ChoiceProps<V>): JSX.Element {
  const id = useId()
  return (
    <div role="radiogroup" aria-labelledby={id} className={classes['row']}>
      <span id={id} className={classes['label']}>
        {label}
      </span>
      <div className={classes['options']}>
        {options.map((option) => (
          <label key={option.value} className={classes['option']}>
            <input type="radio" name={id} checked={option.value === value} onChange={() => onChoose(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </div>
  )
}
