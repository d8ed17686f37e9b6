// say(): code and parameters → words, for what explains a rule, leaves in a file or stands in a menu. Screens' own texts are in renderer/texts.
// A new area is one file in vi/ and its twin in en/ with the same keys, listed here in both.
import { book as bookEn } from './en/book'
import { calendar as calendarEn } from './en/calendar'
import { check as checkEn } from './en/check'
import { exchange as exchangeEn } from './en/exchange'
import { exporting as exportsEn } from './en/exports'
import { figures as figuresEn } from './en/figures'
import { menu as menuEn } from './en/menu'
import { records as recordsEn } from './en/records'
import { rules as rulesEn } from './en/rules'
import { status as statusEn } from './en/status'
import { book as bookVi } from './vi/book'
import { calendar as calendarVi } from './vi/calendar'
import { check as checkVi } from './vi/check'
import { exchange as exchangeVi } from './vi/exchange'
import { exporting as exportsVi } from './vi/exports'
import { figures as figuresVi } from './vi/figures'
import { menu as menuVi } from './vi/menu'
import { records as recordsVi } from './vi/records'
import { rules as rulesVi } from './vi/rules'
import { status as statusVi } from './vi/status'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

const vi = {
  book: bookVi,
  calendar: calendarVi,
  check: checkVi,
  exchange: exchangeVi,
  exports: exportsVi,
  figures: figuresVi,
  records: recordsVi,
  rules: rulesVi,
  status: statusVi,
  menu: menuVi,
}
const en: Same<typeof vi> = {
  book: bookEn,
  calendar: calendarEn,
  check: checkEn,
  exchange: exchangeEn,
  exports: exportsEn,
  figures: figuresEn,
  records: recordsEn,
  rules: rulesEn,
  status: statusEn,
  menu: menuEn,
}

/** Both languages whole, for the test that compares their keys and parameters. */
export const texts = { vi, en }

/** The same keys with any words. */
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

/** Every path to a text: `menu.view.zoomIn`. */
type Path<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string]
export type SayKey = Path<typeof vi>

export type SayParams = Readonly<Record<string, string | number>>

/** Texts that have been asked for: a list asks for the same few in every row. */
const said: Record<Language, Map<string, string>> = { vi: new Map(), en: new Map() }

/** The text of `key` with its parameters filled in. */
export function say(language: Language, key: SayKey, params: SayParams = {}): string {
  let text = said[language].get(key)
  if (text === undefined) said[language].set(key, (text = textAt(texts[language], key)))
  return fill(text, params)
}

/** Each `{{name}}` replaced by its parameter; one that is not given stays visible as `{{name}}`. */
export function fill(text: string, params: SayParams): string {
  if (!text.includes('{{')) return text
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  )
}

/** Whether there is a text for a key that was put together from data, e.g. `rules.${rule}`. */
export function isSayKey(key: string): key is SayKey {
  return typeof find(vi, key) === 'string'
}

function textAt(tree: unknown, key: string): string {
  const found = find(tree, key)
  if (typeof found !== 'string') throw new Error(`no text for ${key}`)
  return found
}

function find(tree: unknown, key: string): unknown {
  let at = tree
  for (const part of key.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = (at as Record<string, unknown>)[part]
  }
  return at
}
