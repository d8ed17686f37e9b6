// What the palette finds beside laboratories: accreditations by code, decisions by number, owners, standards. Each leads to where its
// laboratories are: a part of a page, or the list with that condition.
import { IconBook2, IconBuilding, IconCertificate, IconFileText } from '@tabler/icons-react'
import { formatDate } from '../../../db/model/dates/partial'
import type { DecisionRef } from '../../../db/model/shapes/accreditation'
import { codeKeyPrefix } from '../../../db/model/text/fold'
import { usePaletteSource, type PaletteItem } from '../../actions/palette'
import { useDay } from '../../stores/day'
import { useNavigation } from '../../stores/navigation'
import { exactFirst, hasWords } from '../../texts/hasWords'
import { useTexts, type Texts } from '../../texts/texts'
import { ask } from '../../useCall'
import { encodeFilter, type ListFilter } from './list/filter'

const MOST = 6
/** Rows of the list among which codes are looked for. */
const ROWS = 20

const go = (params: Record<string, string>) => () => useNavigation.getState().go('lab', params)
const goToList = (filter: ListFilter) => () => useNavigation.getState().go('labs', { filter: encodeFilter(filter) })

export function useRecordFinders(): void {
  const texts = useTexts()
  const day = useDay()
  usePaletteSource({ id: 'accreditations', label: 'tabs.found.accreditations', search: (text) => findCodes(text, day) })
  usePaletteSource({
    id: 'decisions',
    label: 'tabs.found.decisions',
    search: async (text) =>
      text.length < 2
        ? []
        : (await ask('decisions.find', { text: text.slice(0, 120) })).slice(0, MOST).flatMap(toDecision(texts)),
  })
  usePaletteSource({ id: 'owners', label: 'tabs.found.owners', search: (text) => findOwners(texts, text) })
  usePaletteSource({ id: 'standards', label: 'tabs.found.standards', search: findStandards })
}

/** Codes that begin as typed, in any spelling: `vilas185`, `VILAS: 185`. */
async function findCodes(text: string, day: string): Promise<PaletteItem[]> {
  const key = codeKeyPrefix(text)
  if (!/\d/.test(key)) return []
  const { rows } = await ask('labs.list', { text, day, limit: ROWS })
  const found = rows.flatMap((lab) => lab.codes.map((code) => ({ lab, code })))
  return found
    .filter(({ code }) => codeKeyPrefix(code).startsWith(key))
    .toSorted((a, b) => a.code.length - b.code.length)
    .slice(0, MOST)
    .map(({ lab: { id, nameVi }, code }) => ({
      id: `${id} ${code}`,
      label: code,
      note: nameVi,
      icon: IconCertificate,
      run: go({ id, section: 'accreditations' }),
    }))
}

/** A decision stands on the page of its laboratory; one that no laboratory has is not to be found anywhere yet. */
const toDecision =
  ({ language }: Texts) =>
  ({ id, number, signed, lab }: DecisionRef): PaletteItem[] =>
    lab === null || number === null
      ? []
      : [
          {
            id,
            label: number,
            note: [...(signed === null ? [] : [formatDate(signed, language)]), lab.name].join(' · '),
            icon: IconFileText,
            run: go({ id: lab.id, section: 'decisions', decision: id }),
          },
        ]

async function findOwners({ t, n }: Texts, text: string): Promise<PaletteItem[]> {
  const found = await ask('organizations.list', { text, limit: ROWS })
  return exactFirst(found, text, ({ nameVi }) => nameVi)
    .slice(0, MOST)
    .map(({ id, nameVi, laboratories }) => ({
      id,
      label: nameVi,
      note: t('labs.count', { count: laboratories, shown: n(laboratories) }),
      icon: IconBuilding,
      run: goToList({ text: nameVi }),
    }))
}

async function findStandards(text: string): Promise<PaletteItem[]> {
  const { standards } = await ask('reference.get', {})
  return exactFirst(
    standards.filter(({ title, key }) => hasWords(`${title} ${key}`, text)),
    text,
    ({ title }) => title,
  )
    .slice(0, MOST)
    .map(({ key, title }) => ({ id: key, label: title, icon: IconBook2, run: goToList({ standard: [key] }) }))
}
