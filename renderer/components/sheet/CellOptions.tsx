// The words that a cell may hold, under the cell while one types: those that contain what was typed, accents or not.
import type { JSX } from 'react'
import { fold } from '../../../db/model/text/fold'
import classes from './sheet.module.css'

const SHOWN = 50

const folded = new WeakMap<readonly string[], readonly string[]>()

/** A list stays the same while one types: it is folded once. */
function foldedOf(options: readonly string[]): readonly string[] {
  const known = folded.get(options) ?? options.map(fold)
  folded.set(options, known)
  return known
}

/** Null typed: nothing is being typed, nothing is offered. The whole list stands while the cell holds one of its words. */
export function offered(options: readonly string[] | undefined, typed: string | null): readonly string[] {
  if (options === undefined || typed === null) return []
  const key = fold(typed)
  if (key === '') return []
  const keys = foldedOf(options)
  const whole = keys.includes(key)
  const isFirst = (own: string): boolean => (whole ? own === key : own.startsWith(key))
  const found = options
    .map((option, at) => ({ option, own: keys[at]! }))
    .filter(({ own }) => whole || own.includes(key))
  return found
    .toSorted((a, b) => Number(isFirst(b.own)) - Number(isFirst(a.own)))
    .slice(0, SHOWN)
    .map(({ option }) => option)
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
