// Người có thẩm quyền ký: who may sign results, what they may sign in the words of the paper, and the annex that names them; newest
// decision first. Whether an older annex still holds is for its decision to say, so each line names its paper.
import type { JSX } from 'react'
import type {
  AccreditationPage,
  AnnexPage,
  DecisionPage,
  SignatoryPage,
} from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { useTexts } from '../../../texts/texts'
import { annexName } from './AnnexLines'
import ink from './ink.module.css'
import tables from './tables.module.css'
import { accreditationName, decisionName } from './wording'

interface Named {
  accreditation: AccreditationPage
  decision: DecisionPage
  annex: AnnexPage
  signatory: SignatoryPage
}

export function hasSignatories(page: LabPage): boolean {
  return signatoriesOf(page).length > 0
}

function signatoriesOf(page: LabPage): Named[] {
  return page.accreditations.flatMap((accreditation) =>
    accreditation.decisions
      .toReversed()
      .flatMap((decision) =>
        decision.annexes.flatMap((annex) =>
          annex.signatories.map((signatory) => ({ accreditation, decision, annex, signatory })),
        ),
      ),
  )
}

export function SignatoriesSection({ page }: { page: LabPage }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const hasSeveral = page.accreditations.length > 1
  return (
    <table className={tables['table']} aria-label={t('labPage.sections.signatories')}>
      <thead>
        <tr>
          <th scope="col">{t('labPage.signatories.name')}</th>
          <th scope="col">{t('labPage.signatories.may')}</th>
          <th scope="col">{t('labPage.signatories.paper')}</th>
        </tr>
      </thead>
      <tbody>
        {signatoriesOf(page).map(({ accreditation, decision, annex, signatory }) => (
          <tr key={signatory.id}>
            <th scope="row">
              {signatory.name}
              {signatory.title !== null && <span className={ink['note']}>{signatory.title}</span>}
            </th>
            <td>
              {signatory.printed ?? (signatory.fields.join(', ') || t('labPage.missing'))}
              {signatory.printed !== null && signatory.fields.length > 0 && (
                <span className={ink['note']}>{signatory.fields.join(', ')}</span>
              )}
            </td>
            <td>
              {hasSeveral && `${accreditationName(texts, accreditation)} · `}
              {annexName(texts, annex)}
              <span className={ink['note']}>{decisionName(texts, decision)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
