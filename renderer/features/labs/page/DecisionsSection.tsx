// Decisions of each accreditation: drawn to scale with today's line, then listed with what each does, word for word where the paper is vague.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { JSX } from 'react'
import type { AccreditationPage, DecisionPage } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { Timeline } from '../../../components/timeline/Timeline'
import { useDayStore } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import { openForm } from '../forms/openForm'
import { DecisionRow } from './DecisionRow'
import tables from './tables.module.css'
import ink from './ink.module.css'
import { MissingPart } from './MissingPart'
import { timelineItems } from './timelineItems'
import { accreditationName } from './wording'

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
