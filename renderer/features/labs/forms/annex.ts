// The annexes of a laboratory's decisions and what they are called.
import type { annexForms } from '../../../../db/model/vocabulary'
import type { AnnexPage } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Option } from '../../../components/fields/SelectField'
import type { Texts } from '../../../texts/texts'
import { actsOf } from './actChoices'
import { decisionsOf } from './decision'

export const extents = ['complete', 'extension', 'reduction'] as const

export function annexesOf(page: LabPage): AnnexPage[] {
  return decisionsOf(page).flatMap(({ annexes }) => annexes)
}

/** Form numbers of the accreditor stay as they are; the other kinds have words; '' where the form is not known. */
export function annexFormWords({ t }: Texts, form: (typeof annexForms)[number] | null): string {
  if (form === null) return ''
  return form === 'medical' || form === 'inspection' || form === 'other' ? t(`records.choices.forms.${form}`) : form
}

/** Annexes that a new line may go into, of one accreditation or of all. */
export function annexOptions(page: LabPage, accreditation: string | undefined, texts: Texts): Option[] {
  const acts = actsOf(page, accreditation, texts)
  return annexesOf(page).flatMap((annex) => {
    const act = acts.find(({ value }) => value === annex.act)
    if (act === undefined) return []
    const name = [annexFormWords(texts, annex.form), annex.number].filter(Boolean).join(' ')
    return [{ value: annex.id, label: `${name === '' ? texts.t('forms.annex.unnamed') : name} – ${act.label}` }]
  })
}
