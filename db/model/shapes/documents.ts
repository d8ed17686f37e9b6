// Answers about official papers: what was written, what a template may use, and where one is wrong.
import type { DocumentKind } from '../documents/kinds'
import type { OfficeKey } from '../documents/office'

export interface MadeDocument {
  kind: DocumentKind
  file: string
  /** files written: more than one only where each letter is a file of its own */
  files: number
  /** of the file, or of the last one */
  sha256: string
  bytes: number
  /** of the register that it was made from, as printed in it */
  fingerprint: string
  /** laboratories that were named but got no letter */
  leftOut: string[]
  /** facts of the office that nobody has entered: dotted lines on the paper */
  missing: OfficeKey[]
}

export const templateRules = [
  /** `{ten` */
  'unclosed_tag',
  /** `}` that nothing opened */
  'unopened_tag',
  /** no field of this paper */
  'unknown_tag',
  /** a list without {#…} and {/…} */
  'needs_loop',
  'unclosed_loop',
  'unopened_loop',
  /** {/b} where {#a} is open */
  'crossed_loop',
  /** begun in one cell or paragraph and ended in another that it cannot reach */
  'misplaced',
] as const
export type TemplateRule = (typeof templateRules)[number]

export interface TemplateTrouble {
  rule: TemplateRule
  tag: string
  part: 'body' | 'header' | 'footer' | 'footnotes'
  /** its number in the part, from 1, those in tables too */
  paragraph: number
  inTable: boolean
  /** how the paragraph begins */
  text: string
}

/** A field as shown: `each` marks a list, whose fields follow in the depth below it. */
export interface FieldShown {
  tag: string
  depth: number
  list: boolean
  /** its value on a paper of this register; '' where it has none */
  example: string
}

export interface TemplateShown {
  kind: DocumentKind
  /** null: the one that comes with the program */
  own: { bytes: number; by: string; at: string } | null
  /** empty: it can be filled */
  troubles: TemplateTrouble[]
  fields: FieldShown[]
}

/** Of a template that was offered: taken only without troubles. */
export interface TemplateTaken {
  taken: boolean
  troubles: TemplateTrouble[]
  seq: number | null
}
