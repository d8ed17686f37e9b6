// The latest savings, one line each; the journal has all of them.
import type { JSX } from 'react'
import type { ChangeShown } from '../../../db/model/shapes/history'
import { changeSets, type ChangeSet } from '../../components/changes/changeSets'
import { kindOf } from '../../components/changes/ChangeSetView'
import { Panel } from '../../components/Page'
import { useNavigation } from '../../stores/navigation'
import { capital } from '../../texts/capital'
import { formatInstant } from '../../texts/instants'
import type { RecordWords } from '../../texts/recordWords'
import { useTexts, type Texts } from '../../texts/texts'
import { useRecordWords } from '../../useRecordWords'
import classes from './overview.module.css'

const SHOWN = 6

export function RecentChanges({ changes }: { changes: readonly ChangeShown[] }): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const words = useRecordWords()
  const sets = changeSets(changes).slice(0, SHOWN)
  return (
    <Panel
      title={t('overview.recent.title')}
      actions={
        <button type="button" className={classes['link']} onClick={() => useNavigation.getState().go('journal')}>
          {t('overview.recent.all')}
        </button>
      }
    >
      {sets.length === 0 && <p className={classes['dim']}>{t('overview.recent.none')}</p>}
      <ul className={classes['recent']}>
        {sets.map((set) => (
          <li key={set.seq}>
            <time dateTime={set.at}>{formatInstant(set.at, language)}</time>
            <span>
              {capital(t(`journal.kinds.${kindOf(set.kind)}`), language)}: {summaryOf(set, words, texts)}{' '}
              <span className={classes['dim']}>{t('journal.by', { actor: set.actor })}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The reason where one was given, else the record and its fields. */
function summaryOf(set: ChangeSet, words: RecordWords, { t }: Texts): string {
  if (set.reason !== null) return set.reason
  const [first] = set.records
  if (first === undefined) return ''
  const entity = words.entity(first.entity)
  const name = first.label === '' ? entity : t('journal.record', { entity, label: first.label })
  const fields = first.fields.map(({ field }) => words.field(first.entity, field).toLocaleLowerCase())
  const deed = first.deed === 'changed' ? fields.join(', ') : t(`journal.${first.deed}`)
  return deed === '' ? name : `${name} (${deed})`
}
