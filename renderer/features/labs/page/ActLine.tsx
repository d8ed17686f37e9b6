// What an act does, in words: from when, to when, for which tests, and what it changed.
import type { JSX } from 'react'
import type { PartialDate } from '../../../../db/model/dates/partial'
import type { ActPage } from '../../../../db/model/shapes/accreditation'
import { useTexts } from '../../../texts/texts'
import { DateWords } from './DateWords'
import ink from './ink.module.css'
import { actWord } from './timelineItems'

export interface ActLineProps {
  act: ActPage
  /** the accreditation whose list it stands in */
  here: string
  signed: PartialDate | null
}

export function ActLine({ act, here, signed }: ActLineProps): JSX.Element {
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
      {act.partial && act.lines.length === 0 && <span className={ink['note']}>{t('labPage.decision.partial')}</span>}
      <Changes act={act} />
      {act.accreditation !== here && <span className={ink['note']}>{t('labPage.decision.otherAccreditation')}</span>}
      {act.changed !== null && <span className={ink['note']}>{act.changed}</span>}
    </li>
  )
}

/** The names, owners, standards and places that hold from the act on, and the tests that it names. */
function Changes({ act }: { act: ActPage }): JSX.Element {
  const { t, n } = useTexts()
  const { names, owners, standards, covers, lines } = act
  const places = covers?.map(({ laboratory, site }) => site?.name ?? laboratory.name)
  return (
    <>
      {names.map(({ record, vi }) => (
        <span key={record} className={ink['note']}>
          {t('labPage.decision.newName', { name: vi })}
        </span>
      ))}
      {owners.map(({ laboratory, organization }) => (
        <span key={laboratory} className={ink['note']}>
          {t('labPage.decision.newOwner', { name: organization.name })}
        </span>
      ))}
      {standards !== null && (
        <span className={ink['note']}>
          {t('labPage.decision.newStandards', { names: standards.map(({ name }) => name).join('; ') })}
        </span>
      )}
      {places !== undefined && (
        <span className={ink['note']}>{t('labPage.decision.newPlaces', { names: places.join('; ') })}</span>
      )}
      {lines.length > 0 && (
        <details className={ink['note']}>
          <summary>{t('labPage.decision.named', { count: lines.length, shown: n(lines.length) })}</summary>
          <ul className={ink['plain']}>
            {lines.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
