// Takes exactly this import back. What somebody has changed since is told and stays, unless nothing of the rest could go back without it.
import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import { entityNames, type EntityName } from '../../../db/model/entities'
import type { FieldProblem } from '../../../db/model/errors'
import { call } from '../../api'
import { toast } from '../../components/toast'
import { failureSentence } from '../../texts/failureText'
import { formatInstant } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import { useActorName } from '../../useActorName'
import { useRecordWords } from '../../useRecordWords'
import classes from './imports.module.css'
import { leaveImport, useImportStore } from './importStore'

const SHOWN = 12

export function TakeImportBack({ set }: { set: string }): JSX.Element {
  const { t, n } = useTexts()
  const [clashes, setClashes] = useState<readonly FieldProblem[] | null>(null)
  const [busy, setBusy] = useState(false)
  const take = async (keepTheirs: boolean): Promise<void> => {
    setBusy(true)
    const answer = await call('changes.undo', { set, keepTheirs })
    setBusy(false)
    if (answer.ok) {
      setClashes(null)
      if (useImportStore.getState().stage.at === 'done') leaveImport()
      toast({ text: t('importReading.takenBack') })
    } else if (answer.error.code === 'conflict' && !keepTheirs) setClashes(answer.error.fields ?? [])
    else toast({ text: failureSentence(t, answer.error), tone: 'failed' })
  }
  if (clashes === null)
    return (
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => void take(false)}
      >
        {t('importReading.takeBack')}
      </Button>
    )
  const count = new Set(clashes.map(({ record }) => record)).size
  // a record that others have worked on stays whole
  const whole = clashes.every(({ field }) => field !== 'trashedAt')
  return (
    <div role="alert" className={classes['clashes']}>
      <p>{t('importReading.changedSince', { count, shown: n(count) })}</p>
      <ul>
        {clashes.slice(0, SHOWN).map((clash) => (
          <Clash key={`${clash.record} ${clash.field}`} clash={clash} />
        ))}
        {clashes.length > SHOWN && <li>{t('importReading.more', { shown: n(clashes.length - SHOWN) })}</li>}
      </ul>
      <div className={classes['buttons']}>
        {whole && (
          <Button size="compact-sm" loading={busy} onClick={() => void take(true)}>
            {t('importReading.takeRest')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => setClashes(null)}>
          {t('importReading.leaveAll')}
        </Button>
      </div>
    </div>
  )
}

const isEntity = (name: unknown): name is EntityName => entityNames.some((each) => each === name)

/** One value that is no longer what the import made of it: whose, what it is now, by whom and when. */
function Clash({ clash }: { clash: FieldProblem }): JSX.Element {
  const { t, language } = useTexts()
  const words = useRecordWords()
  const nameOf = useActorName()
  const { field, theirs, by = '', at = '', params = {} } = clash
  const entity = isEntity(params['entity']) ? params['entity'] : null
  const when = { by: nameOf(by), at: formatInstant(at, language) }
  const lab = params['lab'] === undefined ? '' : `${params['lab']}: `
  if (field === 'trashedAt' || entity === null) return <li>{`${lab}${t('importReading.worked', when)}`}</li>
  return (
    <li>
      {lab}
      {t('importReading.edited', {
        ...when,
        field: words.field(entity, field),
        now: words.value(entity, field, theirs),
      })}
    </li>
  )
}
