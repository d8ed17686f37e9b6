// A field that many records are edited by, in a grid or all at once: its words, what words in it may mean, and what is wrong with them.
// Nothing here changes what was typed.
import type { z } from 'zod'
import { ruleText } from '../../../components/fields/fieldError'
import { choiceOf, type Choice } from '../../../components/sheet/choices'
import type { Texts } from '../../../texts/texts'

/** As the register takes it: text, or the id of a record or choice; null: not known. */
export type Value = string | null
export type Read = { value: Value } | { problem: string }

export interface Field {
  id: string
  label: string
  /** width of its column */
  width: number
  grow?: number
  /** the words that it may hold, and the values they stand for; absent: free text */
  list?: readonly Choice[]
  /** what words in it mean, or the sentence that says what is wrong with them */
  read: (text: string) => Read
}

/** One record with its fields, as values and as words. */
export interface Row {
  id: string
  /** what people call it */
  name: string
  /** the laboratories by which it is found: itself, or those that it covers */
  labs: readonly string[]
  /** cells that say which record it is and are not edited here */
  heads: Readonly<Record<string, string>>
  values: Readonly<Record<string, Value>>
  cells: Readonly<Record<string, string>>
}

interface Shape {
  id: string
  label: string
  width: number
  grow?: number
}

const tidy = (text: string): string => text.trim().normalize('NFC')

/** Free text, checked by the schema that the register checks it with. */
export function textField(
  texts: Texts,
  schema: z.ZodType,
  shape: Shape,
  more?: (value: Value) => string | null,
): Field {
  return {
    ...shape,
    read: (text) => {
      const value = tidy(text) || null
      const issue = schema.safeParse({ [shape.id]: value }).error?.issues[0]
      if (issue !== undefined) return { problem: issueText(texts, issue, value) }
      const problem = more?.(value) ?? null
      return problem === null ? { value } : { problem }
    },
  }
}

function issueText(texts: Texts, issue: z.core.$ZodIssue, value: Value): string {
  if (issue.code === 'too_big') return texts.t('errors.field.tooLong')
  return value === null ? texts.t('errors.field.required') : ruleText(texts, issue.message)
}

/** A choice out of a closed list, by its words with or without accents. */
export function choiceField({ t }: Texts, list: readonly Choice[], shape: Shape): Field {
  return {
    ...shape,
    list,
    read: (text) => {
      if (tidy(text) === '') return { value: null }
      const found = choiceOf(list, text)
      return found === undefined ? { problem: t('many.problems.choice') } : { value: found.id }
    },
  }
}

/** An owner by the very name it has: accents tell two owners apart (Hải Hoà is not Hải Hòa). */
export function ownerField({ t }: Texts, list: readonly Choice[], shape: Shape): Field {
  const keyOf = (text: string): string => tidy(text).replaceAll(/\s+/g, ' ').toLocaleLowerCase('vi')
  const byName = new Map<string, string | null>()
  for (const { id, words } of list) byName.set(keyOf(words), byName.has(keyOf(words)) ? null : id)
  return {
    ...shape,
    list,
    read: (text) => {
      if (tidy(text) === '') return { value: null }
      const found = byName.get(keyOf(text))
      if (found === null) return { problem: t('many.problems.twoOwners') }
      return found === undefined ? { problem: t('many.problems.owner') } : { value: found }
    },
  }
}

/** What a cell means for a record: words left as they were stand for what the record holds, whatever else bears them. */
export function readCell(field: Field, text: string, before: Row | undefined): Read {
  if (before !== undefined && text === before.cells[field.id]) return { value: before.values[field.id] ?? null }
  return field.read(text)
}

/** Words for a value of a field. */
export function wordsOf({ list }: Field, value: Value): string {
  if (value === null || list === undefined) return value ?? ''
  return list.find(({ id }) => id === value)?.words ?? ''
}
