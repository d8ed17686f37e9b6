// The history of one field: “A → B, người, lúc, lý do, nguồn”, newest first, and the way back to each earlier value.
import { use, type JSX } from 'react'
import { isRedacted } from '../../../../db/model/redacted'
import type { ChangeShown } from '../../../../db/model/shapes/history'
import changes from '../../../components/changes/changes.module.css'
import { RedactButton } from '../../../components/changes/RedactButton'
import { RestoreContext } from '../../../components/changes/restore'
import { LoadFailed } from '../../../components/LoadFailed'
import { Skeleton } from '../../../components/Skeleton'
import { formatInstant } from '../../../texts/instants'
import type { RecordWords } from '../../../texts/recordWords'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import type { OneField } from './fieldHistory'
import classes from './history.module.css'
import ink from './ink.module.css'

const MOST = 200

export function FieldHistory({ of, words }: { of: OneField; words: RecordWords }): JSX.Element {
  const { t } = useTexts()
  const { record: recordId, entity, field } = of
  const lines = useCall('changes.list', { recordId, entity, field, limit: MOST }, { keep: false })
  if (lines.state === 'pending') return <Skeleton lines={3} />
  if (lines.state === 'error') return <LoadFailed error={lines.error} onRetry={lines.refetch} />
  if (lines.data.length === 0) return <p className={ink['dim']}>{t('journal.oneField.none')}</p>
  return (
    <ul className={`${changes['fields']} ${classes['values']}`}>
      {lines.data.map((change) => (
        <Line key={`${change.seq} ${change.record}`} change={change} words={words} />
      ))}
    </ul>
  )
}

function Line({ change, words }: { change: ChangeShown; words: RecordWords }): JSX.Element {
  const { t, language } = useTexts()
  const restore = use(RestoreContext)
  const { entity, seq, record, before, after, label, actor, at, reason, source } = change
  const field = change.field ?? ''
  const name = words.field(entity, field)
  const value = words.value(entity, field, before)
  const what = t('journal.one.changed', { fields: name.toLowerCase(), label })
  const back = t('journal.restore.value', { value })
  return (
    <li>
      <p>
        <span className={changes['field']}>{name}: </span>
        <del>{value}</del>
        <span aria-hidden> → </span>
        <span className="seen-by-readers"> {t('journal.arrow')} </span>
        <ins>{words.value(entity, field, after)}</ins>{' '}
        {restore !== null && before !== null && !isRedacted(before) && (
          <button
            type="button"
            className={`${changes['link']} ${changes['restore']}`}
            aria-label={t('journal.restore.of', { label: back, what })}
            onClick={() => restore({ record, field, before: seq, what })}
          >
            {back}
          </button>
        )}{' '}
        <RedactButton entity={entity} record={record} field={field} set={seq} value={after} what={name} />
      </p>
      <p className={ink['dim']}>
        {t('journal.oneField.line', { actor, at: formatInstant(at, language) })}
        {reason !== null && ` · ${t('journal.reason', { reason })}`}
        {source !== null && ` · ${t('journal.source', { source })}`}
      </p>
    </li>
  )
}
