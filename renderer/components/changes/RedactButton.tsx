// Beside a value in history: takes it out for good, after asking.
import { use, type JSX } from 'react'
import { isPersonal, isRedacted } from '../../../db/model/redacted'
import { useTexts } from '../../texts/texts'
import classes from './changes.module.css'
import { RedactContext } from './redact'

export interface RedactButtonProps {
  entity: string
  record: string
  field: string
  /** commit_seq of the saving that wrote it */
  set: number
  value: unknown
  /** the field's name */
  what: string
}

export function RedactButton({ entity, record, field, set, value, what }: RedactButtonProps): JSX.Element | null {
  const { t } = useTexts()
  const run = use(RedactContext)
  if (run === null || !isPersonal(entity, field)) return null
  if (typeof value !== 'string' || value === '' || isRedacted(value)) return null
  return (
    <button
      type="button"
      className={`${classes['link']} ${classes['restore']}`}
      aria-label={t('redact.of', { what, value })}
      onClick={() => run({ record, field, set, what })}
    >
      {t('redact.open')}
    </button>
  )
}
