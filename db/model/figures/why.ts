// Why a name is counted, in words; and why it is counted on one day and not on another.
import { addDays, firstDay, formatDate } from '../dates/partial'
import type { ActShown } from '../shapes/status'
import { actSentence } from '../status/explain'
import { startOf } from '../status/spans'
import { say, type Language } from '../texts/say'
import { recognisedInternational, type AccreditationFacts, type Counted, type FigureRule, type LabFacts } from './rules'

export interface Asked {
  rule: FigureRule
  day: string
  language: Language
}

/** “VILAS 016 – còn hiệu lực đến hết 25/11/2026”. */
export function whyCounted({ lab, because }: Counted, asked: Asked): string {
  const { language } = asked
  if (because.length === 0) return ownerWords(lab, language)
  return because.map((one) => `${codeWords(one, language)} – ${standingWords(one, asked)}`).join('; ')
}

const ownerWords = ({ owner, sector }: LabFacts, language: Language): string =>
  say(language, 'figures.why.owner', {
    owner: owner ?? '',
    sector: sector === null ? '' : say(language, `exchange.sectors.${sector}`),
  })

const codeWords = ({ code, scheme }: AccreditationFacts, language: Language): string =>
  code ?? (scheme === null ? say(language, 'figures.why.noCode') : say(language, 'figures.why.noCodeOf', { scheme }))

function standingWords(one: AccreditationFacts, { rule, day, language }: Asked): string {
  const { status, expiry } = one
  const lives = status === 'valid' || status === 'partly_suspended' || status === 'suspended'
  const name = say(language, `status.name.${status}`)
  const words =
    !lives || expiry === null
      ? name
      : expiry === 'none'
        ? say(language, 'figures.why.unlimited', { status: name })
        : say(language, 'figures.why.until', { status: name, expiry: formatDate(expiry, language) })
  if (rule !== 'labs_international') return words
  return [...recognisedInternational(one, day).map(({ title }) => title), words].join(', ')
}

/** What is known of one accreditation on both days; null: it does not cover the laboratory then. */
export interface Moved {
  before: AccreditationFacts | null
  after: AccreditationFacts | null
  /** the status on the later day: the day from which it holds (null: always) and the acts that make it so; asked only where it is told */
  explain: () => { since: string | null; acts: readonly ActShown[] }
}

/** Why an accreditation began or ceased to count between two days, the earlier one being `from`. */
export function whyMoved({ before, after, explain }: Moved, asked: Asked & { from: string }): string {
  const { language, from, day } = asked
  const one = after ?? before!
  const lead = `${codeWords(one, language)} – `
  if (before === null || after === null)
    return lead + say(language, after === null ? 'figures.moved.leftLab' : 'figures.moved.cameToLab')
  if (before.status !== after.status) return lead + statusMoved(after, explain, language)
  const lost = recognisedInternational(before, from).find(
    (standard) => !recognisedInternational(after, day).some(({ title }) => title === standard.title),
  )
  if (lost?.lastDay != null && lost.lastDay < day)
    return lead + say(language, 'figures.moved.edition', { title: lost.title, day: formatDate(lost.lastDay, language) })
  return lead + say(language, 'figures.moved.standards')
}

function statusMoved({ status, expiry }: AccreditationFacts, explain: Moved['explain'], language: Language): string {
  if (status === 'expired' && expiry !== null)
    return say(language, 'figures.moved.expired', { day: formatDate(expiry, language) })
  const { since, acts } = explain()
  const words = {
    status: say(language, `status.name.${status}`),
    day: since === null ? '' : formatDate(since, language),
  }
  if (since === null) return words.status
  const begun = acts.findLast((act) => beginsOn(act, since) || endsBefore(act, since))
  const sentence = say(language, 'figures.moved.status', words)
  return begun === undefined ? sentence : `${sentence} (${actSentence(language, begun).replace(/\.$/, '')})`
}

const beginsOn = (act: ActShown, day: string): boolean => {
  const start = startOf(act)
  return start !== null && firstDay(start) === day
}

/** A suspension that ran out by itself begins the status that follows it. */
const endsBefore = ({ expiry }: ActShown, since: string): boolean => expiry === addDays(since, -1)

/** Why a laboratory is counted by its owner on one day and not on the other. */
export function whyOwnerMoved(before: LabFacts | null, after: LabFacts | null, language: Language): string {
  if (before === null || after === null)
    return say(language, after === null ? 'figures.moved.labGone' : 'figures.moved.labNew')
  return say(language, 'figures.moved.owner', { before: before.owner ?? '—', after: after.owner ?? '—' })
}
