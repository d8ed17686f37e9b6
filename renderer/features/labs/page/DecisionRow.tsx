// One decision in the list: the paper with what it replaces and what replaces it, what it does, its annexes.
import { Button } from '@mantine/core'
import type { JSX } from 'react'
import type { DecisionPage, DecisionRef } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { useTexts } from '../../../texts/texts'
import { openForm } from '../forms/openForm'
import { ActLine } from './ActLine'
import { AnnexLines } from './AnnexLines'
import { DateWords } from './DateWords'
import { decisionElement, goToDecision } from './goToDecision'
import ink from './ink.module.css'
import { decisionName } from './wording'

export interface DecisionRowProps {
  decision: DecisionPage
  page: LabPage
  /** the accreditation whose list this row stands in */
  accreditation: string
  canEdit: boolean
}

export function DecisionRow({ decision, page, accreditation, canEdit }: DecisionRowProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const name = decisionName(texts, decision)
  // a decision on several accreditations stands in each of their lists; links lead to the first
  const first =
    page.accreditations.find(({ decisions }) => decisions.some(({ id }) => id === decision.id))?.id === accreditation
  return (
    <tr id={first ? decisionElement(decision.id) : undefined} tabIndex={-1}>
      <th scope="row">
        {name}
        <Chain decision={decision} page={page} />
        {decision.note !== null && <span className={ink['note']}>{decision.note}</span>}
      </th>
      <td>
        {decision.signed === null ? (
          <span className={ink['dim']}>{t('labPage.decision.unsigned')}</span>
        ) : (
          <DateWords date={decision.signed} />
        )}
      </td>
      <td>
        <ul className={ink['plain']}>
          {decision.acts.map((act) => (
            <ActLine key={act.id} act={act} here={accreditation} signed={decision.signed} />
          ))}
        </ul>
      </td>
      <td>
        {decision.issuerPrinted ?? decision.issuer?.name ?? <span className={ink['dim']}>{t('labPage.missing')}</span>}
      </td>
      <td>
        <AnnexLines decision={decision} page={page} accreditation={accreditation} canEdit={canEdit} />
      </td>
      {canEdit && (
        <td className={ink['noPrint']}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('labPage.actions.editThis', { what: name })}
            onClick={() => openForm({ form: 'decision', laboratory: page.id, accreditation, id: decision.id })}
          >
            {t('labPage.actions.edit')}
          </Button>
        </td>
      )}
    </tr>
  )
}

/** “thay thế …”, “bị thay thế bởi …”: each a way to that paper, so that a chain can be walked in both directions. */
function Chain({ decision, page }: Pick<DecisionRowProps, 'decision' | 'page'>): JSX.Element {
  const { t } = useTexts()
  const { replaces, replacesPrinted, replacedBy } = decision
  return (
    <>
      {replaces !== null && (
        <span className={ink['note']}>
          {t('labPage.decision.replaces')} <ToDecision to={replaces} page={page} />
          {replacesPrinted !== null && ` (${t('labPage.decision.asPrinted', { printed: replacesPrinted })})`}
        </span>
      )}
      {replaces === null && replacesPrinted !== null && (
        <span className={ink['note']}>
          {t('labPage.decision.replaces')} {replacesPrinted}
        </span>
      )}
      {replacedBy.map((later) => (
        <span key={later.id} className={ink['note']}>
          {t('labPage.decision.replacedBy')} <ToDecision to={later} page={page} />
        </span>
      ))}
    </>
  )
}

/** On this page the row itself; a paper of another laboratory says whose it is. */
function ToDecision({ to, page }: { to: DecisionRef; page: LabPage }): JSX.Element {
  const texts = useTexts()
  const here = page.accreditations.some(({ decisions }) => decisions.some(({ id }) => id === to.id))
  const name = decisionName(texts, to)
  const { lab } = to
  if (!here && lab === null) return <>{name}</>
  return (
    <>
      <button
        type="button"
        className={ink['link']}
        onClick={() => goToDecision(here ? page.id : (lab?.id ?? ''), to.id)}
      >
        {name}
      </button>
      {!here && lab !== null && ` (${lab.name})`}
    </>
  )
}
