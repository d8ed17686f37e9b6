// One saving: when, who, why, and what it changed. A long one (an import) is summed up by kinds of records until it is unfolded.
import { useState, type JSX } from 'react'
import type { RecordWords } from '../../texts/recordWords'
import { formatTime } from '../../texts/formats'
import { journal } from '../../texts/vi/journal'
import { useTexts } from '../../texts/texts'
import { addedByKind, type ChangeSet } from './changeSets'
import classes from './changes.module.css'
import { RecordChangeView, type OpenRecord } from './RecordChangeView'

export interface ChangeSetViewProps {
  set: ChangeSet
  words: RecordWords
  /** null: the record has no page to open */
  openerOf: OpenRecord
  /** not all changes of this set are here */
  cut?: boolean
}

const SHOWN = 8

export function ChangeSetView({ set, words, openerOf, cut = false }: ChangeSetViewProps): JSX.Element {
  const { t, n, language } = useTexts()
  const [open, setOpen] = useState(false)
  const long = set.records.length > SHOWN
  const records = long && !open ? [] : set.records
  return (
    <article className={classes['set']}>
      <header>
        <time dateTime={set.at}>{formatTime(set.at, language)}</time>
        <span className={classes['kind']}>{t(`journal.kinds.${kindOf(set.kind)}`)}</span>
        <span>{t('journal.by', { actor: set.actor })}</span>
        {set.reason !== null && <span>{t('journal.reason', { reason: set.reason })}</span>}
        {set.source !== null && <span>{t('journal.source', { source: set.source })}</span>}
      </header>
      {long && (
        <p className={classes['sum']}>
          <span>{sumOf(set, words, { t, n })}</span>
          <button type="button" className={classes['link']} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('journal.fewer') : t('journal.all', { count: set.records.length, shown: n(set.records.length) })}
          </button>
        </p>
      )}
      {records.length > 0 && (
        <ul className={classes['records']}>
          {records.map((record) => (
            <RecordChangeView key={record.record} record={record} words={words} openerOf={openerOf} />
          ))}
        </ul>
      )}
      {cut && <p className={classes['dim']}>{t('journal.cut')}</p>}
    </article>
  )
}

type Kind = keyof typeof journal.kinds
export const kindOf = (kind: string): Kind => (Object.hasOwn(journal.kinds, kind) ? (kind as Kind) : 'other')

/** “thêm 12 phòng thí nghiệm, thêm 14 địa điểm…” */
function sumOf(set: ChangeSet, words: RecordWords, { t, n }: Pick<ReturnType<typeof useTexts>, 't' | 'n'>): string {
  const added = addedByKind(set).map(({ entity, count }) =>
    t('journal.addedMany', { count, shown: n(count), entity: words.entity(entity) }),
  )
  const others = set.records.filter((record) => record.deed !== 'created').length
  if (others > 0) added.push(t('journal.many', { count: others, shown: n(others) }))
  return added.join(', ')
}
