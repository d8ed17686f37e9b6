// The annexes of a decision, one line each: form, number and issue, how many lines and signatories; and the way to add to them.
import type { JSX } from 'react'
import type { AnnexPage, DecisionPage } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { useTexts, type Texts } from '../../../texts/texts'
import { openForm } from '../forms/openForm'
import ink from './ink.module.css'

export interface AnnexLinesProps {
  decision: DecisionPage
  page: LabPage
  accreditation: string
  canEdit: boolean
}

export function AnnexLines({ decision, page, accreditation, canEdit }: AnnexLinesProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const act = decision.acts.find((each) => each.accreditation === accreditation)
  const target = { laboratory: page.id, accreditation }
  return (
    <>
      {decision.annexes.length === 0 && <span className={ink['dim']}>{t('labPage.missing')}</span>}
      <ul className={ink['plain']}>
        {decision.annexes.map((annex) => (
          <li key={annex.id}>
            {canEdit ? (
              <button
                type="button"
                className={ink['link']}
                onClick={() => openForm({ form: 'annex', ...target, id: annex.id })}
              >
                {annexName(texts, annex)}
              </button>
            ) : (
              annexName(texts, annex)
            )}
            <span className={ink['note']}>{annexCounts(texts, annex)}</span>
            {annex.note !== null && <span className={ink['note']}>{annex.note}</span>}
          </li>
        ))}
      </ul>
      {canEdit && act !== undefined && (
        <button
          type="button"
          className={`${ink['link']} ${ink['noPrint']}`}
          onClick={() => openForm({ form: 'annex', ...target, act: act.id })}
        >
          {t('labPage.actions.addAnnex')}
        </button>
      )}
    </>
  )
}

/** “AFL 01/12 số 1, lần ban hành 3.00”; the kind of annex in words where the paper has no form of that name. */
export function annexName({ t }: Texts, { form, number, issue }: AnnexPage): string {
  const named =
    form === 'medical' || form === 'inspection' || form === 'other' ? t(`records.choices.forms.${form}`) : form
  const parts = [
    [
      named ?? t('labPage.decision.annexPlain'),
      // papers print “Số 1”: the word is not said twice
      ...(number === null ? [] : [t('labPage.decision.annexNumber', { number: number.replace(/^số\s+/i, '') })]),
    ].join(' '),
    ...(issue === null ? [] : [t('labPage.decision.annexIssue', { issue })]),
  ]
  return parts.join(', ')
}

function annexCounts({ t, n }: Texts, { extent, lines, signatories }: AnnexPage): string {
  return [
    ...(extent === null ? [] : [t(`records.choices.extents.${extent}`)]),
    lines === 0 ? t('labPage.decision.noLines') : t('labPage.decision.lines', { count: lines, shown: n(lines) }),
    ...(signatories.length === 0
      ? []
      : [t('labPage.decision.signatories', { count: signatories.length, shown: n(signatories.length) })]),
  ].join(', ')
}
