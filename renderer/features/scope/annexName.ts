// What an annex is called where its page is not: form, number and issue, and the decision it came with.
import { formatDate } from '../../../db/model/dates/partial'
import type { AnnexHead } from '../../../db/model/shapes/scope'
import { say } from '../../../db/model/texts/say'
import type { Texts } from '../../texts/texts'

/** “AFL 01/12 số 1, lần ban hành 3.00”. */
export function annexName(
  { t }: Pick<Texts, 't'>,
  { form, number, issue }: Pick<AnnexHead, 'form' | 'number' | 'issue'>,
): string {
  const named =
    form === 'medical' || form === 'inspection' || form === 'other' ? t(`records.choices.forms.${form}`) : form
  const parts = [
    named ?? t('labPage.decision.annexPlain'),
    ...(number === null ? [] : [t('labPage.decision.annexNumber', { number })]),
  ]
  return [parts.join(' '), ...(issue === null ? [] : [t('labPage.decision.annexIssue', { issue })])].join(', ')
}

/** “Quyết định số 893.2022/QĐ-VPCNCL, 16/11/2022”. */
export function decisionLine({ language }: Texts, { decision }: AnnexHead): string {
  const paper = say(language, `status.paper.${decision.kind}`)
  const { number, signed } = decision
  const name =
    number === null
      ? say(language, 'status.number.blank', { paper })
      : say(language, 'status.number.given', { paper, number })
  return signed === null ? name : `${name}, ${formatDate(signed.iso, language)}`
}

export function annexLine(texts: Texts, annex: AnnexHead, lab: string): string {
  return [lab, annex.code, annexName(texts, annex), decisionLine(texts, annex)]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
}
