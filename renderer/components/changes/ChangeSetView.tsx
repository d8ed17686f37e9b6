// One saving: when, who, why, and what it changed. A long one (an import) is a short list of counts until it is unfolded.
import { use, useState, type JSX, type ReactNode } from 'react'
import { capital } from '../../texts/capital'
import { formatTime } from '../../texts/formats'
import type { RecordWords } from '../../texts/recordWords'
import { useTexts } from '../../texts/texts'
import { journal } from '../../texts/vi/journal'
import { ActorContext } from './actor'
import type { ChangeSet } from './changeSets'
import classes from './changes.module.css'
import { deedsIn, deedsOf, deedWords, type Deed } from './deeds'
import { RecordChangeView, type OpenRecord } from './RecordChangeView'

export interface ChangeSetViewProps {
  set: ChangeSet
  words: RecordWords
  /** null: the record has no page to open */
  openerOf: OpenRecord
  /** all that the saving did, where not all of its records are in `set` */
  deeds?: readonly Deed[]
  /** a long one was unfolded or folded */
  onToggle?: (open: boolean) => void
  /** after the records, while unfolded: the way to further ones */
  foot?: ReactNode
}

/** A saving with more records is summed up first. */
const LONG = 8

export function ChangeSetView({ set, words, openerOf, deeds, onToggle, foot }: ChangeSetViewProps): JSX.Element {
  const { t, n, language } = useTexts()
  const nameOf = use(ActorContext)
  const [open, setOpen] = useState(false)
  const total = deeds?.reduce((sum, { count }) => sum + count, 0) ?? set.records.length
  const long = total > LONG
  const toggle = (): void => {
    setOpen(!open)
    onToggle?.(!open)
  }
  return (
    <article className={classes['set']}>
      <header>
        <time dateTime={set.at}>{formatTime(set.at)}</time>
        <p>
          <span className={classes['kind']}>{capital(t(`journal.kinds.${kindOf(set.kind)}`), language)}</span>{' '}
          {t('journal.by', { actor: nameOf(set.actor) })}
        </p>
        {set.reason !== null && <p>{t('journal.reason', { reason: set.reason })}</p>}
        {set.source !== null && <p>{t('journal.source', { source: set.source })}</p>}
      </header>
      {long && <Sum deeds={deeds ?? deedsIn(set)} words={words} />}
      {long && (
        <button type="button" className={`${classes['link']} ${classes['all']}`} aria-expanded={open} onClick={toggle}>
          {open ? t('journal.fewer') : t('journal.all', { count: total, shown: n(total) })}
        </button>
      )}
      {(open || !long) && (
        <ul className={classes['records']}>
          {set.records.map((record) => (
            <RecordChangeView key={record.record} set={set} record={record} words={words} openerOf={openerOf} />
          ))}
        </ul>
      )}
      {open && long && foot !== undefined && <div className={classes['all']}>{foot}</div>}
    </article>
  )
}

type Kind = keyof typeof journal.kinds
export const kindOf = (kind: string): Kind => (Object.hasOwn(journal.kinds, kind) ? (kind as Kind) : 'other')

function Sum({ deeds, words }: { deeds: readonly Deed[]; words: RecordWords }): JSX.Element {
  const texts = useTexts()
  return (
    <ul className={classes['sum']}>
      {deedWords(deedsOf(deeds), words, texts).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
