// What one saving did to one record: its name, the deed, and each field from what to what.
import { use, type JSX } from 'react'
import { isRedacted } from '../../../db/model/redacted'
import { capital } from '../../texts/capital'
import { isOrder, type RecordWords } from '../../texts/recordWords'
import { useTexts } from '../../texts/texts'
import type { ChangeSet, RecordChange } from './changeSets'
import classes from './changes.module.css'
import { OWN } from './deeds'
import { RedactButton } from './RedactButton'
import { RestoreContext, type Restore } from './restore'

/** The way to a record's page; null: it has none. */
export type OpenRecord = (record: RecordChange) => (() => void) | null

export interface RecordChangeViewProps {
  /** the saving */
  set: Pick<ChangeSet, 'seq' | 'at'>
  record: RecordChange
  words: RecordWords
  openerOf: OpenRecord
}

/** Of the others (a former name, a link) one says that they are no longer used. */
const TRASHED_BY_HAND = new Set<string>(OWN)

export function RecordChangeView({ set, record, words, openerOf }: RecordChangeViewProps): JSX.Element {
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
      <FieldLines set={set} record={record} words={words} />
      {record.values !== null && <Values set={set} record={record} words={words} />}
    </li>
  )
}

const labelOf = (record: RecordChange, words: RecordWords): string =>
  record.entity === 'setting' ? words.value('setting', 'key', record.label) : record.label

function deedOf({ entity, deed }: RecordChange): 'created' | 'removed' | 'unlinked' | 'restored' {
  if (deed === 'removed') return TRASHED_BY_HAND.has(entity) ? 'removed' : 'unlinked'
  return deed === 'created' ? 'created' : 'restored'
}

function FieldLines({ set, record, words }: Omit<RecordChangeViewProps, 'openerOf'>): JSX.Element | null {
  const { t } = useTexts()
  const { entity, fields, label } = record
  const shown = fields.filter(({ field }) => !isOrder(entity, field))
  if (shown.length === 0) return null
  const whatOf = (of: readonly string[]): string =>
    t('journal.one.changed', { fields: of.map((field) => words.field(entity, field).toLowerCase()).join(', '), label })
  return (
    <ul className={classes['fields']}>
      {shown.map(({ field, before, after }) => (
        <li key={field}>
          <span className={classes['field']}>{words.field(entity, field)}: </span>
          <del>{words.value(entity, field, before)}</del>
          <span aria-hidden> → </span>
          <span className="seen-by-readers"> {t('journal.arrow')} </span>
          <ins>{words.value(entity, field, after)}</ins>{' '}
          <RestoreButton
            entity={entity}
            restore={{ record: record.record, field, before: set.seq, what: whatOf([field]) }}
            what={whatOf([field])}
            redacted={isRedacted(before)}
            label={t('journal.restore.value', { value: words.value(entity, field, before) })}
          />{' '}
          <RedactButton
            entity={entity}
            record={record.record}
            field={field}
            set={set.seq}
            value={after}
            what={words.field(entity, field)}
          />
        </li>
      ))}
      {shown.length > 1 && (
        <li>
          <RestoreButton
            entity={entity}
            restore={{ record: record.record, field: null, before: { seq: set.seq, at: set.at } }}
            what={whatOf(shown.map(({ field }) => field))}
            label={t('journal.restore.record')}
          />
        </li>
      )}
    </ul>
  )
}

interface RestoreButtonProps {
  entity: string
  restore: Restore
  what: string
  label: string
  /** the value is gone for good */
  redacted?: boolean
}

/** Settings are not undone, so they are not restored either: they are typed anew. */
function RestoreButton({ entity, restore, what, label, redacted = false }: RestoreButtonProps): JSX.Element | null {
  const { t } = useTexts()
  const run = use(RestoreContext)
  if (run === null || entity === 'setting' || entity === 'account' || redacted) return null
  return (
    <button
      type="button"
      className={`${classes['link']} ${classes['restore']}`}
      aria-label={t('journal.restore.of', { label, what })}
      onClick={() => run(restore)}
    >
      {label}
    </button>
  )
}

/** The values a record began with, folded away. */
function Values({
  set,
  record: { entity, record, values },
  words,
}: Omit<RecordChangeViewProps, 'openerOf'>): JSX.Element | null {
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
            <dd>
              {words.value(entity, field, value)}{' '}
              <RedactButton
                entity={entity}
                record={record}
                field={field}
                set={set.seq}
                value={value}
                what={words.field(entity, field)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
