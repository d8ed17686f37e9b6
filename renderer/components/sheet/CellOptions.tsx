// The words that a cell may hold, under the cell while one types: those that contain what was typed, accents or not.
import type { JSX } from 'react'
import { fold } from '../../../db/model/text/fold'
import classes from './sheet.module.css'

const SHOWN = 50

/** Null typed: nothing is being typed, nothing is offered. The whole list stands while the cell holds one of its words. */
export function offered(options: readonly string[] | undefined, typed: string | null): readonly string[] {
  if (options === undefined || typed === null) return []
  const key = fold(typed)
  if (key === '') return []
  if (options.some((option) => fold(option) === key))
    return options.toSorted((a, b) => Number(fold(b) === key) - Number(fold(a) === key)).slice(0, SHOWN)
  const found = options.filter((option) => fold(option).includes(key))
  return found.toSorted((a, b) => Number(fold(b).startsWith(key)) - Number(fold(a).startsWith(key))).slice(0, SHOWN)
}

export interface CellOptionsProps {
  id: string
  options: readonly string[]
  chosen: number
  onChoose: (option: string) => void
}

export function CellOptions({ id, options, chosen, onChoose }: CellOptionsProps): JSX.Element {
  return (
    <ul role="listbox" id={id} className={classes['options']}>
      {options.map((option, at) => (
        <li
          key={option}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === chosen}
          onPointerDown={(event) => {
            event.preventDefault()
            onChoose(option)
          }}
        >
          {option}
        </li>
      ))}
    </ul>
  )
}
