// What one saving did to one record: its name, the deed, and each field from what to what.
import type { JSX } from 'react'
import { capital } from '../../texts/capital'
import { isOrder, type RecordWords } from '../../texts/recordWords'
import { useTexts } from '../../texts/texts'
import type { RecordChange } from './changeSets'
import classes from './changes.module.css'
import { OWN } from './deeds'

/** The way to a record's page; null: it has none. */
export type OpenRecord = (record: RecordChange) => (() => void) | null

export interface RecordChangeViewProps {
  record: RecordChange
  words: RecordWords
  openerOf: OpenRecord
}

/** Of the others (a former name, a link) one says that they are no longer used. */
const TRASHED_BY_HAND = new Set<string>(OWN)

export function RecordChangeView({ record, words, openerOf }: RecordChangeViewProps): JSX.Element {
  const { t, language } = useTexts()
  const open = openerOf(record)
  const entity = words.entity(record.entity)
  const name = capital(
    record.label === '' ? entity : t('journal.record', { entity, label: labelOf(record, words) }),
    language,
  )
  return (
    <li>
      <p>
        {open === null ? (
          name
        ) : (
          <button type="button" className={classes['link']} onClick={open}>
            {name}
          </button>
        )}
        {record.deed !== 'changed' && <span className={classes['deed']}> · {t(`journal.${deedOf(record)}`)}</span>}
      </p>
      <FieldLines record={record} words={words} />
      {record.values !== null && <Values record={record} words={words} />}
    </li>
  )
}

const labelOf = (record: RecordChange, words: RecordWords): string =>
  record.entity === 'setting' ? words.value('setting', 'key', record.label) : record.label

function deedOf({ entity, deed }: RecordChange): 'created' | 'removed' | 'unlinked' | 'restored' {
  if (deed === 'removed') return TRASHED_BY_HAND.has(entity) ? 'removed' : 'unlinked'
  return deed === 'created' ? 'created' : 'restored'
}

function FieldLines({
  record: { entity, fields },
  words,
}: Omit<RecordChangeViewProps, 'openerOf'>): JSX.Element | null {
  const { t } = useTexts()
  const shown = fields.filter(({ field }) => !isOrder(entity, field))
  if (shown.length === 0) return null
  return (
    <ul className={classes['fields']}>
      {shown.map(({ field, before, after }) => (
        <li key={field}>
          <span className={classes['field']}>{words.field(entity, field)}: </span>
          <del>{words.value(entity, field, before)}</del>
          <span aria-hidden> → </span>
          <span className="seen-by-readers"> {t('journal.arrow')} </span>
          <ins>{words.value(entity, field, after)}</ins>
        </li>
      ))}
    </ul>
  )
}

/** The values a record began with, folded away. */
function Values({ record: { entity, values }, words }: Omit<RecordChangeViewProps, 'openerOf'>): JSX.Element | null {
  const { t, n } = useTexts()
  const entries = Object.entries(values ?? {}).filter(([field]) => !isOrder(entity, field))
  if (entries.length === 0) return null
  return (
    <details className={classes['values']}>
      <summary>{t('journal.values', { count: entries.length, shown: n(entries.length) })}</summary>
      <dl>
        {entries.map(([field, value]) => (
          <div key={field}>
            <dt>{words.field(entity, field)}</dt>
            <dd>{words.value(entity, field, value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
