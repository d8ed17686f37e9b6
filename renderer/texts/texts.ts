// The texts of the window: starts i18next with both languages, Vietnamese first. No text is fetched, so starting is immediate.
import i18next, { type ParseKeys, type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'
import { en } from './en/all'
import { formatCount, toLanguage, type Language } from './formats'
import { vi } from './vi/all'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'screens'
    resources: { screens: typeof vi }
  }
}

/** A key of the screens' texts, for what is chosen by data (an action's label, a screen's name). */
export type TextKey = ParseKeys
export type Translate = TFunction

export interface Texts {
  t: Translate
  language: Language
  /** A number as the language writes it, for `{{shown}}`; pass the bare number as `count` beside it. */
  n: (count: number) => string
}

/** Starts the texts, or changes the language when they run already. */
export function startTexts(language: Language): void {
  document.documentElement.lang = language
  if (i18next.isInitialized) {
    void i18next.changeLanguage(language)
    return
  }
  void i18next.init({
    lng: language,
    fallbackLng: 'vi',
    defaultNS: 'screens',
    resources: { vi: { screens: vi }, en: { screens: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  })
}

/** A text without parameters is looked up once: a screen asks for hundreds with every key that is typed. */
function remembering(translate: Translate, language: Language): Translate {
  const t = translate as unknown as (...asked: unknown[]) => string
  const plain = new Map<TextKey, string>()
  const remembered = (key: TextKey): string => {
    const text = plain.get(key) ?? plainText(key, language) ?? t(key)
    plain.set(key, text)
    return text
  }
  return ((...asked: Parameters<Translate>) =>
    asked.length === 1 ? remembered(asked[0] as TextKey) : t(...asked)) as unknown as Translate
}

/** As it stands in the texts: i18next's own way to it is long, and a start asks for hundreds. undefined: it refers to something, or is not there. */
function plainText(key: TextKey, language: Language): string | undefined {
  const text: unknown = i18next.getResource(language, 'screens', key)
  return typeof text === 'string' && !/\{\{|\$t\(/.test(text) ? text : undefined
}

const made = new Map<Language, Texts>()

/** One of each language: it stays the same object, so that what is drawn with it can be kept. */
function textsIn(language: Language): Texts {
  const texts = made.get(language) ?? {
    t: remembering(i18next.getFixedT(language), language),
    language,
    n: (count: number) => formatCount(count, language),
  }
  made.set(language, texts)
  return texts
}

function onChange(tell: () => void): () => void {
  i18next.on('languageChanged', tell)
  return () => i18next.off('languageChanged', tell)
}

/** After `startTexts`. */
export const useTexts = (): Texts => textsIn(useSyncExternalStore(onChange, () => toLanguage(i18next.resolvedLanguage)))
