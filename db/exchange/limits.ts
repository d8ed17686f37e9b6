// How much of an outside file is read before it is refused.
import { RegistryError } from '../model/errors'

export interface Limits {
  bytes: number
  expanded: number
  rows: number
  columns: number
  cells: number
}
export const limits: Limits = {
  bytes: 50 * 2 ** 20,
  expanded: 400 * 2 ** 20,
  rows: 200_000,
  columns: 200,
  cells: 4_000_000,
}

export const tooLarge = (rule: string, max: number): RegistryError =>
  new RegistryError('too_large', rule, [{ field: 'file', rule, params: { max } }])
