// The table of words as its screen shows it.
export interface TermRow {
  id: string
  term: string
  other: string
  /** `same`: two words for one thing; `within`: `term` is a kind of `other` */
  kind: 'same' | 'within'
}

export interface TermList {
  rows: TermRow[]
  seq: number
}
