// What the makers of a sample share: the stream of chance, ids, the day, running numbers of codes, and the set being written.
import { addDays } from '../../model/dates/partial'
import type { EntityName, NewEntity } from '../../model/entities'
import type { Tx } from '../../store/write'
import type { Unit } from '../reference'
import type { LineCount } from './history'
import type { Random } from './random'

export interface Desk {
  random: Random
  /** the day on which the statuses hold */
  day: string
  /** scope lines of a whole annex */
  lines: LineCount
  /** communes of the day, and those before 01/07/2025 */
  units: { now: readonly Unit[]; before: readonly Unit[] }
  create<E extends EntityName>(entity: E, fields: NewEntity<E>): string
  /** evidence that the values of `record` were checked against `source` */
  cite(record: string, source: string, certainty?: 'checked' | 'unverified'): void
  /** next running number of a scheme's codes, from 1 */
  serial(scheme: string): number
}

export interface DeskTools {
  random: Random
  nextId(): string
  day: string
  lines: LineCount
  units: readonly Unit[]
}

/** `use` puts the desk to work in a set. */
export function makeDesk({ random, nextId, day, lines, units }: DeskTools): Desk & { use(tx: Tx): void } {
  const serials = new Map<string, number>()
  const communes = units.filter((unit) => !['Thành phố', 'Thị xã', 'Huyện'].includes(unit.type))
  let writing: Tx | null = null
  const create: Desk['create'] = (entity, fields) => {
    if (!writing) throw new Error('no set to write in')
    return writing.create(entity, fields, nextId())
  }
  return {
    random,
    day,
    lines,
    units: {
      now: communes.filter((unit) => unit.from !== null),
      before: communes.filter((unit) => unit.until !== null),
    },
    create,
    cite(record, source, certainty = 'checked') {
      const checkedOn = certainty === 'checked' ? addDays(day, -random.int(5, 300)) : null
      create('evidence', {
        record,
        kind: certainty === 'checked' ? 'decision' : 'web_page',
        source,
        checkedOn,
        certainty,
      })
    },
    serial(scheme) {
      const next = (serials.get(scheme) ?? 0) + 1
      serials.set(scheme, next)
      return next
    },
    use(tx) {
      writing = tx
    },
  }
}
