// The annexes of an accreditation as choices, in the order of their decisions.
import { formatDate } from '../../../db/model/dates/partial'
import type { LabPage } from '../../../db/model/shapes/lab'
import { say } from '../../../db/model/texts/say'
import type { Texts } from '../../texts/texts'
import { annexName } from './annexName'

export function annexChoices(texts: Texts, lab: LabPage, accreditation: string): { value: string; label: string }[] {
  const { language, n, t } = texts
  const found = lab.accreditations.find(({ id }) => id === accreditation)
  return (found?.decisions ?? []).flatMap(({ kind, number, signed, acts, annexes }) => {
    const paper = say(language, `status.paper.${kind}`)
    const name =
      number === null
        ? say(language, 'status.number.blank', { paper })
        : say(language, 'status.number.given', { paper, number })
    const own = annexes.filter(({ act }) =>
      acts.some((each) => each.id === act && each.accreditation === accreditation),
    )
    return own.map((annex) => ({
      value: annex.id,
      label: [
        signed === null ? null : formatDate(signed.iso, language),
        name,
        annexName(texts, annex),
        t('labPage.decision.lines', { count: annex.lines, shown: n(annex.lines) }),
      ]
        .filter((part) => part !== null)
        .join(' · '),
    }))
  })
}
