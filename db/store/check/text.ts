// `reports.checkText`: finds what a pasted text names and judges each on the day. Codes and laboratories are judged as reports are; what stands
// in one clause belongs together. Nothing is said of a laboratory beyond what register and text say.
import { findFigures, type FoundFigure } from '../../model/check/figures-in-text'
import type { ReportCheck, Verdict } from '../../model/check/report'
import { listed, sourceWords, speaker, type Speaker } from '../../model/check/speak'
import {
  findStandards,
  judgeStandard,
  type FoundStandard,
  type KnownStandard,
} from '../../model/check/standards-in-text'
import type { Finding, TextCheck, Tone } from '../../model/check/text'
import type { TextQuestion } from '../../model/questions'
import { parseStandard, standardKey } from '../../model/standards'
import { fromTcvn3, looksLikeTcvn3 } from '../../model/text/tcvn3'
import { say, type SayParams } from '../../model/texts/say'
import type { check } from '../../model/texts/vi/check'
import { findCodes, type FoundCode } from '../../model/codes/find'
import type { FoundName } from '../../search/name-book'
import { ridOf } from '../columns'
import { currentSeq, prepare, type ReadDb } from '../database'
import { editionFacts, headOf } from './facts'
import { figureFacts, type FigureFacts } from './figures'
import { nameBook, ownedBy } from './names'
import { checkReport } from './report'

/** `today`: the day when the question gives none. */
export function checkText(db: ReadDb, question: TextQuestion, today: string): TextCheck {
  const legacy = looksLikeTcvn3(question.text)
  const text = (legacy ? fromTcvn3(question.text) : question.text).normalize('NFC')
  const day = question.day ?? today
  const reader = new Reader({ db, text, day, today, speak: speaker(question.language ?? 'vi') })
  return { day, seq: currentSeq(db), text, reading: legacy ? 'tcvn3' : null, findings: reader.read() }
}

const STANDARDS = `SELECT title, family, edition, last_day AS lastDay, superseded_by_rid IS NOT NULL AS superseded FROM standard WHERE trashed_at IS NULL ORDER BY rid`
const standardsOf = (db: ReadDb): KnownStandard[] =>
  prepare<[], Omit<KnownStandard, 'superseded'> & { superseded: number }>(db, STANDARDS)
    .all()
    .map((row) => ({ ...row, superseded: row.superseded === 1 }))

const tones: Record<Verdict, Tone> = {
  accredited: 'good',
  insufficient_data: 'doubt',
  not_accredited: 'bad',
  suspended: 'bad',
  outside_scope: 'bad',
  wrong_edition: 'bad',
  signatory_not_authorized: 'bad',
}

type TextCode = keyof typeof check.text
interface Place {
  start: number
  end: number
}

interface Reading {
  db: ReadDb
  text: string
  day: string
  today: string
  speak: Speaker
}

class Reader {
  private readonly names: FoundName[]
  constructor(private readonly at: Reading) {
    this.names = nameBook(at.db).find(at.text)
    this.ends = Array.from(at.text.matchAll(/[;\n]|[.!?](?=\s|$)/g), ({ index }) => index)
  }

  /** In the order of the text. */
  read(): Finding[] {
    const { text, db } = this.at
    const found = [
      ...this.names.map((each) => this.name(each)),
      ...findCodes(text).map((each) => this.code(each)),
      ...findStandards(text, standardsOf(db)).map((each) => this.standard(each)),
      ...findFigures(text).map((each) => this.figure(each)),
    ]
    return found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  }

  private tell(code: TextCode, params: SayParams = {}): string {
    return say(this.at.speak.language, `check.text.${code}`, { day: this.at.speak.day(this.at.day), ...params })
  }

  private finding(
    kind: Finding['kind'],
    { start, end }: Place,
    rest: Partial<Finding> & Pick<Finding, 'tone' | 'codes' | 'sentences'>,
  ): Finding {
    return { kind, start, end, text: this.at.text.slice(start, end), verdict: null, record: null, labs: [], ...rest }
  }

  /** A text may name the same code or figure a hundred times. */
  private readonly answers = new Map<string, ReportCheck>()
  private readonly figures = new Map<string, FigureFacts>()
  /** where clauses end: full stops, semicolons, lines */
  private readonly ends: readonly number[]
  private check(asked: { code?: string; lab?: string }): ReportCheck {
    const { db, day, today, speak } = this.at
    const key = JSON.stringify(asked)
    const known = this.answers.get(key) ?? checkReport(db, { ...asked, day, language: speak.language }, today)
    this.answers.set(key, known)
    return known
  }

  private name(found: FoundName): Finding {
    const labs = found.names.filter(({ kind }) => kind === 'lab')
    const [first] = found.names
    const folded = found.exact ? [] : [this.tell('name_folded', { name: first!.name })]
    if (labs.length === 0) {
      const owned = found.names.flatMap(({ id }) => ownedBy(this.at.db, { id, day: this.at.day }))
      const params = {
        count: owned.length,
        labs: listed(
          this.at.speak.language,
          owned.map(({ name }) => name),
        ),
      }
      const sentence = owned.length ? this.tell('owner', params) : this.tell('owner_without_labs')
      const record = { entity: 'organization', id: first!.id } as const
      return this.finding('owner', found, {
        tone: 'note',
        codes: ['owner'],
        sentences: [sentence, ...folded],
        record,
        labs: owned,
      })
    }
    if (labs.length > 1) {
      const sentences = [this.tell('lab_several', { count: labs.length }), ...folded]
      return this.finding('lab', found, { tone: 'doubt', codes: ['lab_several'], sentences, labs })
    }
    const answer = this.check({ lab: labs[0]!.id })
    return this.judged('lab', found, { answer, before: folded, labs: [labs[0]!] })
  }

  private judged(
    kind: Finding['kind'],
    place: Place,
    { answer, before, labs }: { answer: ReportCheck; before: string[]; labs: Finding['labs'] },
  ): Finding {
    const told = answer.reasons.filter(
      ({ verdict, code }) =>
        verdict === answer.verdict ||
        code === 'edition_claimed_over' ||
        (answer.verdict === 'accredited' && code.startsWith('in_force')),
    )
    return this.finding(kind, place, {
      tone: tones[answer.verdict],
      verdict: answer.verdict,
      codes: told.map(({ code }) => code),
      sentences: [...before, ...told.map(({ sentence }) => sentence)],
      record: told[0]?.record ?? null,
      labs: labs.map(({ id, name }) => ({ id, name })),
    })
  }

  private code(found: FoundCode): Finding {
    const lab = this.labOf(found)
    const answer = this.check({ code: found.text, ...(lab && { lab: lab.id }) })
    const canonical = found.read.ok ? found.read.value.canonical : found.text
    const before = canonical === found.text ? [] : [this.tell('code_spelling', { code: canonical })]
    const labs = answer.candidates[0]?.labs ?? (lab ? [lab] : [])
    return this.judged('code', found, { answer, before, labs })
  }

  /** The one laboratory named in the clause; null: none, or several. */
  private labOf(place: Place): { id: string; name: string } | null {
    const start = this.ends.findLast((at) => at < place.start) ?? -1
    const end = this.ends.find((at) => at >= place.end) ?? this.at.text.length
    const labs = this.names
      .filter((name) => name.start > start && name.end <= end)
      .flatMap(({ names }) => names.filter(({ kind }) => kind === 'lab'))
    return labs.length === 1 ? labs[0]! : null
  }

  private standard(found: FoundStandard): Finding {
    const { tone, codes, name, lastDay } = judgeStandard(found, this.at.day)
    const lab = this.labOf(found)
    const params = {
      name,
      lastDay: lastDay === null ? '' : this.at.speak.day(lastDay),
      edition: found.parsed.edition ?? '',
    }
    const other = lab === null ? [] : this.otherEditions(lab.id, found)
    const sentences = codes.map((code) => this.tell(code, params))
    if (other.length) sentences.push(this.tell('standard_recorded', { titles: other.join(', ') }))
    return this.finding('standard', found, {
      tone: other.length && tone === 'good' ? 'doubt' : tone,
      codes: other.length ? [...codes, 'standard_recorded'] : codes,
      sentences,
      labs: lab === null ? [] : [{ id: lab.id, name: lab.name }],
    })
  }

  /** Editions of the same standard by which decisions of the register accredit the laboratory, where the text names another. */
  private otherEditions(lab: string, { parsed }: FoundStandard): string[] {
    const { db, day } = this.at
    const accredited = this.check({ lab }).candidates.filter(({ reasons }) =>
      reasons.every(({ code }) => code !== 'claimed_only' && code !== 'no_decision'),
    )
    const titles = accredited.flatMap(({ id }) => {
      const rid = ridOf(db, 'accreditation', id)
      return editionFacts(db, { rid, day }, headOf(db, rid)).standards.map(({ title }) => title)
    })
    const same = titles.filter((title) => parseStandard(title)?.number === parsed.number)
    const named = same.some((title) => standardKey(title) === standardKey(parsed.canonical))
    return named || parsed.edition === null ? [] : [...new Set(same)]
  }

  private figure(found: FoundFigure): Finding {
    const key = `${found.kind} ${found.value}`
    const facts = this.figures.get(key) ?? figureFacts(this.at.db, found, this.at.day)
    this.figures.set(key, facts)
    const { named, proved, statement } = facts
    const params = {
      said: found.value,
      named,
      proved: proved ?? named,
      missing: Math.max(0, found.value - (proved ?? named)),
    }
    const holds = found.value === (proved ?? named)
    const codes: TextCode[] = [
      proved === null ? `figure_${found.kind as 'customs'}` : `figure_${found.kind as 'las_vilas'}`,
    ]
    codes.push(holds ? 'figure_same' : params.missing > 0 ? 'figure_unproved' : 'figure_more')
    if (statement) codes.push('figure_said')
    if (found.among.length > 1) codes.push('figure_among')
    const sum = found.among.reduce((total, each) => total + each, 0)
    const more = {
      source: sourceWords(this.at.speak.language, statement?.source ?? ''),
      first: found.among[0] ?? 0,
      sum,
    }
    return this.finding('figure', found, {
      tone: holds ? 'good' : 'doubt',
      codes,
      sentences: codes.map((code) => this.tell(code, { ...params, ...more })),
      record: statement ? { entity: 'statement', id: statement.id } : null,
    })
  }
}
