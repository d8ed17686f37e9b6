// What restoring will change: each field, what stands there now and what will stand there.
import type { JSX } from 'react'
import type { RestorePlan } from '../../db/model/shapes/history'
import { capital } from '../texts/capital'
import { isOrder } from '../texts/recordWords'
import { useTexts } from '../texts/texts'
import { useRecordWords } from '../useRecordWords'
import classes from './restore.module.css'

export function PlanTable({ plan }: { plan: RestorePlan }): JSX.Element {
  const { t, language } = useTexts()
  const words = useRecordWords()
  const nameOf = ({ entity, field, label }: RestorePlan['changes'][number]): string => {
    if (field !== 'trashedAt') return words.field(entity, field)
    const kind = capital(words.entity(entity), language)
    return label === '' ? kind : t('journal.record', { entity: kind, label })
  }
  const valueOf = (entity: string, field: string, value: unknown): string => {
    if (field === 'trashedAt') return t(value === null ? 'journal.restore.inUse' : 'journal.restore.notInUse')
    return words.value(entity, field, value)
  }
  return (
    <table className={classes['plan']}>
      <thead>
        <tr>
          <th scope="col">{t('journal.restore.field')}</th>
          <th scope="col">{t('journal.restore.now')}</th>
          <th scope="col">{t('journal.restore.back')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.changes
          .filter(({ entity, field }) => !isOrder(entity, field))
          .map((change) => (
            <tr key={`${change.record} ${change.field}`}>
              <th scope="row">{nameOf(change)}</th>
              <td>{valueOf(change.entity, change.field, change.now)}</td>
              <td>{valueOf(change.entity, change.field, change.back)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
