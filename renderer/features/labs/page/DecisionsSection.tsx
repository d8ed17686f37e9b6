// Decisions of each accreditation: drawn to scale with today's line, then listed with what each does, word for word where the paper is vague.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { JSX } from 'react'
import type { AccreditationPage, ActPage, DecisionPage } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { PartialDate } from '../../../../db/model/dates/partial'
import { Timeline } from '../../../components/timeline/Timeline'
import { useDayStore } from '../../../stores/day'
import { useTexts, type Texts } from '../../../texts/texts'
import { openForm } from '../forms/openForm'
import { AnnexLines } from './AnnexLines'
import { DateWords } from './DateWords'
import tables from './tables.module.css'
import ink from './ink.module.css'
import { MissingPart } from './MissingPart'
import { actWord, timelineItems } from './timelineItems'
import { accreditationName, decisionName } from './wording'

export interface DecisionsSectionProps {
  page: LabPage
  canEdit: boolean
}

export function DecisionsSection({ page, canEdit }: DecisionsSectionProps): JSX.Element {
  const { t } = useTexts()
  if (page.accreditations.length === 0) {
    return <MissingPart text={`${t('labPage.decision.none')} ${t('labPage.accreditation.noneText')}`} />
  }
  return (
    <div className={ink['stack']}>
      {page.accreditations.map((accreditation) => (
        <DecisionsOf key={accreditation.id} page={page} accreditation={accreditation} canEdit={canEdit} />
      ))}
    </div>
  )
}

function DecisionsOf({
  page,
  accreditation,
  canEdit,
}: DecisionsSectionProps & { accreditation: AccreditationPage }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const asOf = useDayStore((state) => state.asOf)
  const code = accreditationName(texts, accreditation)
  const { decisions } = accreditation
  return (
    <div>
      {page.accreditations.length > 1 && <h3 className={ink['groupTitle']}>{code}</h3>}
      {decisions.length === 0 ? (
        <MissingPart
          text={`${t('labPage.decision.none')} ${t('labPage.decision.noneText')}`}
          action={
            canEdit && (
              <Button
                variant="default"
                size="compact-md"
                className={ink['noPrint'] ?? ''}
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => openForm({ form: 'decision', laboratory: page.id, accreditation: accreditation.id })}
              >
                {t('labPage.actions.addDecision')}
              </Button>
            )
          }
        />
      ) : (
        <>
          <div className={tables['timeline']}>
            <Timeline
              label={t('labPage.decision.timeline', { code })}
              items={timelineItems(texts, accreditation)}
              day={page.day}
              asOf={asOf !== null}
            />
          </div>
          <DecisionTable
            label={t('labPage.decision.list', { code })}
            decisions={decisions}
            page={page}
            accreditation={accreditation.id}
            canEdit={canEdit}
          />
        </>
      )}
    </div>
  )
}

interface DecisionTableProps {
  label: string
  decisions: readonly DecisionPage[]
  page: LabPage
  accreditation: string
  canEdit: boolean
}

function DecisionTable({ label, decisions, page, accreditation, canEdit }: DecisionTableProps): JSX.Element {
  const { t } = useTexts()
  return (
    <table className={`${tables['table']} ${tables['decisions']}`} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('labPage.decision.paper')}</th>
          <th scope="col">{t('labPage.decision.signed')}</th>
          <th scope="col">{t('labPage.decision.content')}</th>
          <th scope="col">{t('labPage.decision.issuer')}</th>
          <th scope="col">{t('labPage.decision.annexes')}</th>
          {canEdit && (
            <th scope="col" className={ink['noPrint']}>
              <span className="seen-by-readers">{t('labPage.actions.edit')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {decisions.map((decision) => (
          <DecisionRow
            key={decision.id}
            decision={decision}
            page={page}
            accreditation={accreditation}
            canEdit={canEdit}
          />
        ))}
      </tbody>
    </table>
  )
}

function DecisionRow({
  decision,
  page,
  accreditation,
  canEdit,
}: Omit<DecisionTableProps, 'label' | 'decisions'> & { decision: DecisionPage }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const name = decisionName(texts, decision)
  return (
    <tr>
      <th scope="row">
        {name}
        {(decision.replaces ?? decision.replacesPrinted) !== null && (
          <span className={ink['note']}>
            {t('labPage.decision.replaces', { what: replacedName(texts, decision, page) })}
          </span>
        )}
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

/** The replaced paper as printed, else by its number where it stands on this page. */
function replacedName(texts: Texts, decision: DecisionPage, page: LabPage): string {
  if (decision.replacesPrinted !== null) return decision.replacesPrinted
  const all = page.accreditations.flatMap((each) => each.decisions)
  const replaced = all.find((each) => each.id === decision.replaces)
  return replaced === undefined ? texts.t('records.values.otherRecord') : decisionName(texts, replaced)
}

function ActLine({ act, here, signed }: { act: ActPage; here: string; signed: PartialDate | null }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const { effectiveDate, expiryDate } = act
  return (
    <li>
      {actWord(texts, act)}
      {effectiveDate !== null && effectiveDate.iso !== signed?.iso && (
        <>
          {` ${t('labPage.decision.from')} `}
          <DateWords date={effectiveDate} />
        </>
      )}
      {expiryDate !== null && (
        <>
          {expiryDate.iso === 'none' ? ', ' : ` ${t('labPage.decision.to')} `}
          <DateWords date={expiryDate} />
        </>
      )}
      {act.partial && <span className={ink['note']}>{t('labPage.decision.partial')}</span>}
      {act.accreditation !== here && <span className={ink['note']}>{t('labPage.decision.otherAccreditation')}</span>}
      {act.changed !== null && <span className={ink['note']}>{act.changed}</span>}
    </li>
  )
}
