// Which list of words (texts: records.choices) names the choices of a field. A field that is not here holds no choice.
import type { records } from './texts/vi/records'

export type ChoiceList = keyof typeof records.choices

export const choiceOf: Readonly<Record<string, ChoiceList>> = {
  'term_link.kind': 'links',
  'twin_verdict.verdict': 'verdicts',
  'organization.sector': 'sectors',
  'laboratory.kind': 'labKinds',
  'decision.kind': 'papers',
  'decision_act.kind': 'acts',
  'annex.form': 'forms',
  'annex.extent': 'extents',
  'scope_line.inclusion': 'inclusions',
  'evidence.kind': 'sources',
  'evidence.certainty': 'certainties',
  'finding.result': 'results',
  'inspection_member.side': 'sides',
  'account.role': 'roles',
}
