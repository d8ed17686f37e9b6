// What changed this week, one line for each of the latest savings; the journal has all of them.
import type { JSX } from 'react'
import type { ChangeSetShown } from '../../../db/model/shapes/journal'
import type { Overview } from '../../../db/model/shapes/overview'
import { recordsOf } from '../../components/changes/changeSets'
import { kindOf } from '../../components/changes/ChangeSetView'
import { deedsOf, deedWords } from '../../components/changes/deeds'
import { Panel } from '../../components/Page'
import { useNavigation } from '../../stores/navigation'
import { capital } from '../../texts/capital'
import { formatInstant } from '../../texts/instants'
import type { RecordWords } from '../../texts/recordWords'
import { useTexts, type Texts } from '../../texts/texts'
import { useActorName } from '../../useActorName'
import { useRecordWords } from '../../useRecordWords'
import classes from './overview.module.css'

export function RecentChanges({ recent }: { recent: Overview['recent'] }): JSX.Element {
  const texts = useTexts()
  const { t, n, language } = texts
  const words = useRecordWords()
  const nameOf = useActorName()
  const more = recent.total - recent.sets.length
  return (
    <Panel
      title={t('overview.recent.title')}
      actions={
        <button type="button" className={classes['link']} onClick={() => useNavigation.getState().go('journal')}>
          {t('overview.recent.all')}
        </button>
      }
    >
      {recent.sets.length === 0 && <p className={classes['dim']}>{t('overview.recent.none')}</p>}
      <ul className={classes['recent']}>
        {recent.sets.map((set) => (
          <li key={set.seq}>
            <p className={classes['dim']}>
              <time dateTime={set.at}>{formatInstant(set.at, language)}</time> ·{' '}
              {capital(t(`journal.kinds.${kindOf(set.kind)}`), language)}{' '}
              {t('journal.by', { actor: nameOf(set.actor) })}
            </p>
            <p>{capital(summaryOf(set, words, texts), language)}</p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes['note']}>{t('overview.recent.more', { count: more, shown: n(more) })}</p>}
    </Panel>
  )
}

/** The reason where one was given; else the record and its fields, or how many records of which kind. */
function summaryOf(set: ChangeSetShown, words: RecordWords, texts: Texts): string {
  if (set.reason !== null) return set.reason
  const { t } = texts
  const records = recordsOf(set.changes)
  const [first] = records
  if (first === undefined || records.length > 1) {
    const lead = records.find((record) => record.label !== '')
    const name = lead === undefined ? '' : `“${lead.label}”: `
    return name + deedWords(deedsOf(set.deeds), words, texts).join(', ')
  }
  const entity = words.entity(first.entity)
  const name = first.label === '' ? entity : t('journal.record', { entity, label: first.label })
  const fields = first.fields.map(({ field }) => words.field(first.entity, field).toLocaleLowerCase())
  const deed = first.deed === 'changed' ? fields.join(', ') : t(`journal.${first.deed}`)
  return deed === '' ? name : `${name} (${deed})`
}
