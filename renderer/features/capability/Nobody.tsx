// What is said when nobody can: with the day, and with what the register does not know; and nothing final before all of it was read.
import type { JSX } from 'react'
import type { Capability } from '../../../db/model/capability'
import { formatDate } from '../../../db/model/dates/partial'
import { useTexts } from '../../texts/texts'
import classes from './capability.module.css'

export interface NobodyProps {
  first: Capability
  /** the register was not read to its end */
  open: boolean
  could: number
  /** accreditations of which nobody knows what they cover; null: not counted */
  unscoped: number | null
}

export function Nobody({ first, open, could, unscoped }: NobodyProps): JSX.Element {
  const { t, n, language } = useTexts()
  const asked = first.understood.some(({ kind }) => kind !== 'ignored' && kind !== 'place')
  if (!asked)
    return (
      <p className={classes['said']} role="status">
        {t('capability.onlyStops')}
      </p>
    )
  if (open)
    return (
      <p className={classes['said']} role="status">
        {t('capability.notYet')}
      </p>
    )
  const { day, query } = first
  const code = first.understood.find((piece) => piece.kind === 'code')
  const nothing = code !== undefined && could === 0
  return (
    <div className={classes['said']} role="status">
      <p className={classes['nobody']}>
        {nothing
          ? t('capability.noCode', { code: code.name })
          : t('capability.nobody', { day: formatDate(day, language), query })}
      </p>
      {could > 0 && <p>{t('capability.nobodyCould')}</p>}
      {unscoped !== null && unscoped > 0 && <p>{t('capability.unscoped', { count: unscoped, shown: n(unscoped) })}</p>}
    </div>
  )
}
