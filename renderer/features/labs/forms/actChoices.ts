// What an act may point to: the laboratory's accreditations, and the suspensions that an act can end.
import { formatDate } from '../../../../db/model/dates/partial'
import { actKinds } from '../../../../db/model/vocabulary'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Option } from '../../../components/fields/SelectField'
import type { Texts } from '../../../texts/texts'
import { decisionLabel, decisionsOf } from './decision'
import { capital, choiceOptions } from './options'

export function actOptions({ t }: Texts): Option[] {
  return choiceOptions(actKinds, (kind) => t(`records.choices.acts.${kind}`))
}

/** Accreditations of the laboratory by code; one that a decision names but that is not the laboratory's is offered as such. */
export function accreditationOptions(lab: LabPage, { t }: Pick<Texts, 't'>, other: string | null = null): Option[] {
  const own = lab.accreditations.map(({ id, code, scheme }, at) => ({
    value: id,
    label: code?.raw ?? scheme?.name ?? t('forms.act.noCode', { number: at + 1 }),
  }))
  if (other === null || own.some(({ value }) => value === other)) return own
  return [...own, { value: other, label: t('forms.act.otherAccreditation') }]
}

/** Suspensions in the register that an act on `accreditation` (null: on any of the laboratory) may end. */
export function suspensionOptions(lab: LabPage, accreditation: string | null, { t, language }: Texts): Option[] {
  return decisionsOf(lab).flatMap((decision) =>
    decision.acts
      .filter((act) => act.kind === 'suspension' && (accreditation === null || act.accreditation === accreditation))
      .map((act) => {
        const start = act.effective ?? act.signed
        const from = start === null ? '' : formatDate(start, language)
        return { value: act.id, label: t('forms.act.suspension', { number: decision.number ?? '…', from }) }
      }),
  )
}

export function actLabels({ t }: Pick<Texts, 't'>) {
  return {
    accreditation: t('forms.act.accreditation'),
    kind: t('forms.act.kind'),
    effective: t('forms.act.effective'),
    expiry: t('forms.act.expiry'),
    partial: t('forms.act.partial'),
    ends: t('forms.act.ends'),
    changed: t('forms.act.changed'),
    names: t('forms.act.newName'),
    owners: t('forms.act.newOwner'),
    standards: t('forms.act.newStandards'),
    covers: t('forms.act.newCovers'),
    places: t('forms.act.newPlace'),
    lines: t('forms.act.lines'),
    annex: t('forms.annex.what'),
  }
}

/** Every act of the laboratory's decisions (on one accreditation or on all of its own), as an annex names the one it belongs to. */
export function actsOf(lab: LabPage, accreditation: string | undefined, { t, language }: Texts): Option[] {
  const codes = new Map(accreditationOptions(lab, { t }).map(({ value, label }) => [value, label]))
  return decisionsOf(lab).flatMap((decision) =>
    decision.acts
      .filter(
        (act) => codes.has(act.accreditation) && (accreditation === undefined || act.accreditation === accreditation),
      )
      .map((act) => {
        const what = capital(t(`records.choices.acts.${act.kind}`))
        const paper = decisionLabel(decision, t(`records.choices.papers.${decision.kind}`), language)
        return { value: act.id, label: `${what}, ${paper} – ${codes.get(act.accreditation) ?? ''}` }
      }),
  )
}
