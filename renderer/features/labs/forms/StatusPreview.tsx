// One line per accreditation: what it would be today once this decision is saved.
import { useDeferredValue, type JSX } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import { formatDate } from '../../../../db/model/dates/partial'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { StatusBadge } from '../../../components/StatusBadge'
import { useDay } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import type { DecisionValues } from './decision'
import classes from './forms.module.css'
import { Group, Wide } from './Group'
import { previewStatus } from './previewStatus'

export interface StatusPreviewProps {
  control: Control<DecisionValues>
  id: string | null
  lab: LabPage
}

export function StatusPreview({ control, id, lab }: StatusPreviewProps): JSX.Element | null {
  const { t, language } = useTexts()
  const day = useDay()
  const values = useDeferredValue(useWatch({ control })) as DecisionValues
  const previewed = previewStatus(lab.accreditations, { id, values }, day)
  if (previewed.length === 0) return null
  return (
    <Group title={t('forms.decision.preview', { day: formatDate(day, language) })}>
      <Wide>
        <ul className={classes['preview']}>
          {previewed.map(({ accreditation, code, status, daysLeft, expiry }) => (
            <li key={accreditation}>
              <span>{code ?? t('forms.accreditation.noCode')}: </span>
              <StatusBadge status={status} daysLeft={daysLeft} />
              {expiry !== null && (
                <span className={classes['dim']}>
                  {' '}
                  {t('forms.decision.until', { day: formatDate(expiry, language) })}
                </span>
              )}
            </li>
          ))}
        </ul>
      </Wide>
    </Group>
  )
}
