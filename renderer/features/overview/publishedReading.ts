// How the published figures hang together: the article's “trong đó có 3” follows three other figures and may mean a part of the first
// (32) or of all of them (39). Both readings are told; none is chosen.
import type { StatementShown } from '../../../db/model/shapes/lab'

const MAIN = 'figure.labs_las_vilas'
const PART = 'figure.labs_international'

export interface ReadFigures {
  /** the figure that the register is compared with, as published; null: not published */
  main: string | null
  /** null: no “among them”, or nothing it could be a part of but the main figure */
  doubt: { part: number; main: number; sum: number } | null
}

export function readFigures(figures: readonly StatementShown[]): ReadFigures {
  const main = figures.find((figure) => figure.attribute === MAIN) ?? null
  const part = figures.find((figure) => figure.attribute === PART) ?? null
  if (main === null || part === null) return { main: main?.value ?? null, doubt: null }
  const others = figures.filter((figure) => figure.attribute !== PART).map((figure) => Number(figure.value))
  const sum = others.reduce((total, value) => total + value, 0)
  const numbers = { part: Number(part.value), main: Number(main.value), sum }
  const isClear = Object.values(numbers).some((value) => !Number.isInteger(value)) || sum === numbers.main
  return { main: main.value, doubt: isClear ? null : numbers }
}
