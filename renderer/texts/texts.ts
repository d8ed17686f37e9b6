// The texts of the window: starts i18next with both languages, Vietnamese first. No text is fetched, so starting is immediate.
import i18next, { type ParseKeys, type TFunction } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
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
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'vi',
    defaultNS: 'screens',
    resources: { vi: { screens: vi }, en: { screens: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  })
}

export function useTexts(): Texts {
  const { t, i18n } = useTranslation()
  const language = toLanguage(i18n.resolvedLanguage)
  return { t, language, n: (count) => formatCount(count, language) }
}
