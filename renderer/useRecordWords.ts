// The words of logged records with the names of the reference data (schemes, issuers, standards, fields, units), asked once per register.
import { useMemo } from 'react'
import type { Reference } from '../db/model/shapes/register'
import type { Language } from './texts/formats'
import { recordWords, type RecordWords } from './texts/recordWords'
import { useTexts } from './texts/texts'
import { useCall } from './useCall'

export function useRecordWords(): RecordWords {
  const texts = useTexts()
  const reference = useCall('reference.get', {})
  const data = reference.state === 'ready' ? reference.data : null
  const names = useMemo(() => (data === null ? new Map() : namesOf(data, texts.language)), [data, texts.language])
  return recordWords(texts, (id) => names.get(id) as string | undefined)
}

function namesOf(data: Reference, language: Language): Map<string, string> {
  const inLanguage = ({ vi, en }: { vi: string; en: string | null }): string => (language === 'en' && en ? en : vi)
  return new Map([
    ...data.schemes.map((each) => [each.id, inLanguage(each)] as const),
    ...data.fields.map((each) => [each.id, inLanguage(each)] as const),
    ...data.issuers.map(({ id, name }) => [id, name] as const),
    ...data.standards.map(
      ({ id, title, edition }) => [id, edition === null ? title : withEdition(title, edition)] as const,
    ),
    ...data.units.map(({ id, name, type }) => [id, `${type} ${name}`] as const),
  ])
}

const withEdition = (title: string, edition: string): string =>
  title.includes(edition) ? title : `${title}:${edition}`
