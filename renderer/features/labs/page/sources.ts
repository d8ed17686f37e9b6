// Evidence put together for reading: values that rest on the same words of the same source stand under it once. Pure; no words of its own
// beyond the names of records.
import type { EvidenceShown, LabPage, StatementShown } from '../../../../db/model/shapes/lab'
import type { RecordWords } from '../../../texts/recordWords'
import type { Texts } from '../../../texts/texts'
import { accreditationName, decisionName, siteName } from './wording'

export interface SourceGroup {
  key: string
  kind: EvidenceShown['kind']
  source: string
  excerpt: string | null
  checks: SourceCheck[]
}

/** Values of one source that are equally sure and were checked on the same day. */
export interface SourceCheck {
  key: string
  certainty: EvidenceShown['certainty']
  checkedOn: string | null
  /** what rests on it: the piece of evidence and the name of the value */
  about: { evidence: EvidenceShown; name: string }[]
}

/** In the order of the first value that rests on each. */
export function groupSources(texts: Texts, words: RecordWords, page: LabPage): SourceGroup[] {
  const groups = new Map<string, SourceGroup>()
  for (const evidence of page.evidence) {
    const { kind, source, excerpt } = evidence
    const key = JSON.stringify([kind, source, excerpt])
    const group = groups.get(key) ?? { key, kind, source, excerpt, checks: [] }
    checkOf(group, evidence).about.push({ evidence, name: aboutName(texts, words, page, evidence) })
    groups.set(key, group)
  }
  return [...groups.values()]
}

function checkOf(group: SourceGroup, { certainty, checkedOn }: EvidenceShown): SourceCheck {
  const key = JSON.stringify([certainty, checkedOn])
  const found = group.checks.find((check) => check.key === key)
  if (found !== undefined) return found
  const check: SourceCheck = { key, certainty, checkedOn, about: [] }
  group.checks.push(check)
  return check
}

export interface ClaimGroup {
  key: string
  source: string
  quote: string | null
  saidOn: StatementShown['saidOn']
  claims: StatementShown[]
}

/** Claims that the same words of the same source make, together; in the order in which they were recorded. */
export function groupClaims(statements: readonly StatementShown[]): ClaimGroup[] {
  const groups = new Map<string, ClaimGroup>()
  for (const claim of statements) {
    const { source, quote, saidOn } = claim
    const key = JSON.stringify([source, quote, saidOn])
    const group = groups.get(key) ?? { key, source, quote, saidOn, claims: [] }
    group.claims.push(claim)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** “địa điểm “Địa điểm 1””, “công nhận VILAS 016: Mã”. */
function aboutName(texts: Texts, words: RecordWords, page: LabPage, { record, attribute }: EvidenceShown): string {
  const name = recordName(texts, page, record)
  return attribute === null ? name : `${name}: ${attributeWord(words, attribute)}`
}

/** A value's name as the register calls it. */
export function attributeWord(words: RecordWords, attribute: string): string {
  return words.value('statement', 'attribute', attribute)
}

export function recordName(texts: Texts, page: LabPage, record: string): string {
  const { t } = texts
  if (record === page.id) return t('labPage.sources.lab')
  if (record === page.owner?.id) return t('labPage.sources.owner')
  const site = page.sites.findIndex((each) => each.id === record)
  if (site >= 0) return `${t('labPage.sources.site')} “${siteName(texts, page.sites[site]!, site)}”`
  for (const accreditation of page.accreditations) {
    if (accreditation.id === record)
      return `${t('labPage.sources.accreditation')} ${accreditationName(texts, accreditation)}`
    for (const decision of accreditation.decisions) {
      if (decision.id === record) return decisionName(texts, decision)
      const act = decision.acts.find((each) => each.id === record)
      if (act !== undefined) return `${t('records.entities.decision_act')} “${t(`records.choices.acts.${act.kind}`)}”`
      if (decision.annexes.some((annex) => annex.id === record)) return t('labPage.sources.annex')
    }
  }
  return t('labPage.sources.other')
}

/** Imported sources name an article by its file: “article x.txt” → “bài báo x.txt”. */
export function sourceName({ t }: Pick<Texts, 't'>, source: string): string {
  const file = /^article (.+)$/.exec(source)?.[1]
  return file === undefined ? source : `${t('records.choices.sources.article')} ${file}`
}
