// Does the scope in force hold the test and the method of the report? Only a scope recorded whole can say “no”; lines that disagree, or
// words that name no product, are shown and left to the inspector.
import type { CheckedLine, Reason, Verdict } from './report'
import { listed, type More, type Speaker } from './speak'

export interface LineFact extends CheckedLine {
  siteId: string | null
  fieldId: string | null
  /** the line and the earlier ones it continues */
  lineage: readonly string[]
  /** null: it is for another test */
  fit: { broader: readonly string[]; narrower: readonly string[]; folded: boolean } | null
  shared: number
  product: boolean
  /** null: no method asked */
  how: MethodHow | null
  /** what an act did to the line */
  limit: { kind: 'suspended' | 'reduced'; from: string; decision: string; paper: string } | null
  /** the annex counts from a day that is known to the month or year only, and the report lies in it */
  uncertain: boolean
}

export type MethodHow = 'same' | 'report_undated' | 'line_undated' | 'other_edition' | 'none_printed' | 'different'

export interface ScopeFacts {
  test: string | null
  method: string | null
  strange: readonly string[]
  day: string
  sites: readonly string[] | null
  siteName: string | null
  /** lines in force on the day */
  lines: readonly LineFact[]
  /** `partial`: an annex in force has no line in the register, or none holds the whole scope */
  recorded: 'none' | 'partial' | 'whole'
  /** the annex that holds the whole scope */
  annex: string | null
  partlySuspended: boolean
  /** a suspension in part that names no line */
  unnamedSuspension: { decision: string; paper: string } | null
}

export interface Scoped {
  reasons: Reason[]
  lines: readonly LineFact[]
  linesAre: 'listed' | 'nearest'
}

const MOST_LINES = 6

export function judgeScope(facts: ScopeFacts, speak: Speaker): Scoped {
  const asked = facts.test !== null || facts.method !== null
  const none: Scoped = { reasons: [], lines: [], linesAre: 'nearest' }
  if (!asked) {
    if (!facts.partlySuspended) return none
    return { ...none, reasons: [speak.reason('test_needed', 'insufficient_data')] }
  }
  if (facts.recorded === 'none') return { ...none, reasons: [speak.reason('scope_unrecorded', 'insufficient_data')] }
  return new ScopeCheck(facts, speak).run()
}

class ScopeCheck {
  constructor(
    private readonly facts: ScopeFacts,
    private readonly speak: Speaker,
  ) {}

  run(): Scoped {
    const { lines } = this.facts
    const fitting = accented(lines.filter(({ fit }) => fit !== null))
    if (fitting.length === 0) return this.notFound('test_not_listed', nearest(lines))
    const excluded = fitting.find(
      (line) => line.inclusion === 'excluded' && line.fit!.narrower.length === 0 && this.isSameMethod(line),
    )
    const given = fitting.filter(({ inclusion }) => inclusion !== 'excluded')
    const whole = given.filter(({ fit }) => fit!.narrower.length === 0)
    if (excluded)
      return excluded.product || whole.length === 0
        ? this.said('line_excluded', 'outside_scope', [excluded])
        : this.said('lines_differ', 'insufficient_data', [excluded, ...whole])
    if (whole.length === 0)
      return given.length
        ? this.said('line_narrower', 'insufficient_data', given)
        : this.notFound('test_not_listed', fitting)
    const exact = whole.filter(({ fit }) => fit!.broader.length === 0)
    return this.atSite(exact.length ? exact : whole)
  }

  private isSameMethod({ how }: LineFact): boolean {
    // an exclusion without method takes the test out whatever the method, but says nothing of a method asked alone
    if (how === 'none_printed') return this.facts.test !== null
    return how === null || how === 'same' || how === 'report_undated'
  }

  private atSite(lines: readonly LineFact[]): Scoped {
    const { sites } = this.facts
    const here = sites === null ? lines : lines.filter(({ siteId }) => siteId === null || sites.includes(siteId))
    return here.length ? this.byMethod(here) : this.said('line_other_site', 'outside_scope', lines)
  }

  private byMethod(lines: readonly LineFact[]): Scoped {
    if (this.facts.method === null) return this.byLimits(lines)
    const being = (...wanted: MethodHow[]) => lines.filter(({ how }) => how !== null && wanted.includes(how))
    const same = being('same', 'report_undated')
    if (same.length) return this.byLimits(same)
    const flexible = lines.filter(({ inclusion }) => inclusion === 'flexible')
    if (flexible.length) return this.said('line_flexible', 'insufficient_data', flexible)
    if (being('line_undated').length) return this.said('method_undated', 'insufficient_data', being('line_undated'))
    const other = being('other_edition')
    if (other.length) return this.said('method_other_edition', 'wrong_edition', other)
    if (being('none_printed').length) return this.said('method_unprinted', 'insufficient_data', being('none_printed'))
    return this.notFound('method_not_listed', lines)
  }

  private byLimits(lines: readonly LineFact[]): Scoped {
    const limited = lines.filter(({ limit }) => limit !== null)
    if (limited.length === 0) return this.byDoubt(lines)
    if (limited.length < lines.length) return this.said('lines_differ', 'insufficient_data', lines)
    const suspended = limited.find(({ limit }) => limit!.kind === 'suspended')
    return suspended
      ? this.said('line_suspended', 'suspended', [suspended, ...limited.filter((line) => line !== suspended)])
      : this.said('line_reduced', 'outside_scope', limited)
  }

  private byDoubt(lines: readonly LineFact[]): Scoped {
    const { unnamedSuspension: unnamed } = this.facts
    if (unnamed) {
      const record = { entity: 'decision', id: unnamed.decision } as const
      return this.said('suspension_lines_unknown', 'insufficient_data', lines, {
        record,
        params: { paper: unnamed.paper },
      })
    }
    if (lines.every(({ uncertain }) => uncertain)) return this.said('line_start_uncertain', 'insufficient_data', lines)
    const products = new Set(lines.map(({ matrix }) => matrix ?? ''))
    if (this.facts.test !== null && products.size > 1 && !lines.some(({ product }) => product))
      return this.said('product_needed', 'insufficient_data', lines)
    return this.listedWith(lines)
  }

  private listedWith(lines: readonly LineFact[]): Scoped {
    const answer = this.said('line_listed', null, lines)
    const { fit, how } = lines[0]!
    if (fit!.folded) answer.reasons.push(this.speak.note('matched_folded'))
    if (fit!.broader.length)
      answer.reasons.push(this.speak.note('line_broader', { params: { broader: fit!.broader.join(', ') } }))
    if (how === 'report_undated')
      answer.reasons.push(this.speak.note('method_report_undated', { params: { listed: lines[0]!.method ?? '' } }))
    return answer
  }

  private said(
    code: Parameters<Speaker['reason']>[0],
    verdict: Verdict | null,
    lines: readonly LineFact[],
    more: More = {},
  ): Scoped {
    const [first] = lines
    const { test, method, siteName, day } = this.facts
    const params = {
      line: lineWords(first!),
      count: lines.length,
      asked: [test, method].filter(Boolean).join(' – '),
      method: method ?? '',
      listed: first!.method ?? '',
      narrower: first!.fit?.narrower.join(', ') ?? '',
      site: first!.site ?? '',
      askedSite: siteName ?? '',
      from: first!.limit === null ? '' : this.speak.day(first!.limit.from),
      paper: first!.limit?.paper ?? '',
      day: this.speak.day(day),
      ...more.params,
    }
    const record = more.record ?? { entity: 'scope_line' as const, id: first!.id }
    return {
      reasons: [this.speak.reason(code, verdict, { params, record })],
      lines: lines.slice(0, MOST_LINES),
      linesAre: 'listed',
    }
  }

  /** “No” is only said of a scope that the register holds whole. */
  private notFound(code: 'test_not_listed' | 'method_not_listed', near: readonly LineFact[]): Scoped {
    const { test, method, strange, recorded, annex } = this.facts
    const words = strange.length ? listed(this.speak.language, strange) : ''
    const params = { asked: (code === 'method_not_listed' ? method : (test ?? method)) ?? '', strange: words }
    const record = annex === null ? null : ({ entity: 'annex', id: annex } as const)
    const whole = recorded === 'whole'
    const reasons = [
      this.speak.reason(whole ? code : 'scope_incomplete', whole ? 'outside_scope' : 'insufficient_data', {
        params,
        record,
      }),
    ]
    if (words !== '') reasons.push(this.speak.note('words_strange', { params }))
    return { reasons, lines: near.slice(0, MOST_LINES), linesAre: 'nearest' }
  }
}

/** Where the very accents are found, what fits only without them is left out. */
function accented(lines: readonly LineFact[]): readonly LineFact[] {
  const exact = lines.filter(({ fit }) => !fit!.folded)
  return exact.length ? exact : lines
}

const nearest = (lines: readonly LineFact[]): LineFact[] =>
  lines.filter(({ shared }) => shared > 0).toSorted((a, b) => b.shared - a.shared)

export const lineWords = ({ matrix, test, method }: CheckedLine): string =>
  [matrix, test, method].filter(Boolean).join(' – ')
