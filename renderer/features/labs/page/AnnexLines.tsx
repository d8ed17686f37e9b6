// The annexes of a decision, one line each: form, number and issue, how many lines and signatories; and the way to add to them.
import type { JSX } from 'react'
import type { AnnexPage, DecisionPage } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { useNavigation } from '../../../stores/navigation'
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
            <AnnexWays page={page} annex={annex} accreditation={accreditation} canEdit={canEdit} />
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

interface AnnexWaysProps extends Omit<AnnexLinesProps, 'decision'> {
  annex: AnnexPage
}

/** To the grid of many lines, and to the comparison with the annex before this one. */
function AnnexWays({ page, annex, accreditation, canEdit }: AnnexWaysProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const before = annexBefore(page, accreditation, annex.id)
  const name = annexName(texts, annex)
  const go = (screen: string, params: Record<string, string>) => () =>
    useNavigation.getState().go(screen, { laboratory: page.id, ...params })
  return (
    <span className={`${ink['note']} ${ink['noPrint']}`}>
      {canEdit && (
        <button
          type="button"
          className={ink['link']}
          aria-label={`${t('scope.enter')}: ${name}`}
          onClick={go('scopeEntry', { annex: annex.id })}
        >
          {t('scope.enter')}
        </button>
      )}
      {canEdit && before !== null && ' · '}
      {before !== null && (
        <button
          type="button"
          className={ink['link']}
          aria-label={`${t('scope.compareWith')}: ${name}`}
          onClick={go('scopeCompare', { from: before, to: annex.id })}
        >
          {t('scope.compareWith')}
        </button>
      )}
    </span>
  )
}

/** The annex of an earlier decision on the same accreditation, the nearest one; of the same form where there is one. */
function annexBefore(page: LabPage, accreditation: string, id: string): string | null {
  const decisions = page.accreditations.find((each) => each.id === accreditation)?.decisions ?? []
  const at = decisions.findIndex(({ annexes }) => annexes.some((annex) => annex.id === id))
  const form = decisions[at]?.annexes.find((annex) => annex.id === id)?.form
  const earlier = decisions
    .slice(0, Math.max(0, at))
    .flatMap(({ acts, annexes }) =>
      annexes.filter(({ act }) => acts.some((each) => each.id === act && each.accreditation === accreditation)),
    )
    .toReversed()
  return (earlier.find((annex) => annex.form === form) ?? earlier[0])?.id ?? null
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
