// Places in a query: names of administrative units, old and new, with or without their type (“ở Cẩm Phả”, “phường Hồng Gai”, “tp ha long”).
import { isPlain, tokensOf, type Token } from './tokens'

export interface Unit {
  rid: number
  type: string
  name: string
  /** “Thành phố Hạ Long”; null: a province's own */
  parent: string | null
}

export interface Place {
  name: string
  /** the units of that name and all that lay in them */
  units: ReadonlySet<number>
}

const TYPES = ['phường', 'xã', 'thị trấn', 'thị xã', 'thành phố', 'huyện', 'đặc khu', 'tp', 'tx'].map((type) =>
  tokensOf(type),
)

const same = (typed: Token, token: Token): boolean =>
  isPlain(typed) ? typed.folded === token.folded : typed.lower === token.lower

const standsAt = (tokens: readonly Token[], at: number, words: readonly Token[]): boolean =>
  words.every((word, index) => at + index < tokens.length && same(tokens[at + index]!, word))

export class PlaceBook {
  private readonly byName = new Map<string, { tokens: Token[]; units: Unit[] }>()

  constructor(private readonly units: readonly Unit[]) {
    for (const unit of units) {
      const tokens = tokensOf(unit.name)
      const key = tokens.map((token) => token.lower).join(' ')
      const entry = this.byName.get(key)
      if (entry) entry.units.push(unit)
      else this.byName.set(key, { tokens, units: [unit] })
    }
  }

  /** The place named from `at` on, and how many words it takes. A name of one word counts only after its type. */
  find(tokens: readonly Token[], at: number): { place: Place; length: number; typed: boolean } | null {
    const type = TYPES.find((words) => standsAt(tokens, at, words))
    const start = at + (type?.length ?? 0)
    let best: { tokens: Token[]; units: Unit[] } | null = null
    for (const entry of this.byName.values()) {
      if (entry.tokens.length === 1 && !type) continue
      if (standsAt(tokens, start, entry.tokens) && entry.tokens.length > (best?.tokens.length ?? 0)) best = entry
    }
    if (!best) return null
    return {
      place: { name: best.units[0]!.name, units: this.within(best.units) },
      length: start - at + best.tokens.length,
      typed: type !== undefined,
    }
  }

  private within(units: readonly Unit[]): Set<number> {
    const whole = new Set(units.map((unit) => `${unit.type} ${unit.name}`))
    const inside = this.units.filter((unit) => unit.parent !== null && whole.has(unit.parent))
    return new Set([...units, ...inside].map((unit) => unit.rid))
  }
}
