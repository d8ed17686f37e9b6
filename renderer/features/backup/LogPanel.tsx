// “Kiểm tra nhật ký”: whether the log still holds together and the tables are what it says; what is not is named.
import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconFingerprint, IconListCheck } from '@tabler/icons-react'
import { use, useState, type JSX } from 'react'
import type { LogCheck, Misfit } from '../../../db/model/shapes/backup'
import { ActorContext } from '../../components/changes/actor'
import { Facts, Panel } from '../../components/Page'
import { toast } from '../../components/toast'
import { useNavigation } from '../../stores/navigation'
import { capital } from '../../texts/capital'
import { failureSentence } from '../../texts/failureText'
import { formatInstant } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import { useSend } from '../../useCall'
import { useRecordWords } from '../../useRecordWords'
import classes from './backup.module.css'

export function LogPanel(): JSX.Element {
  const { t } = useTexts()
  const [send, busy] = useSend('register.checkLog')
  const [check, setCheck] = useState<LogCheck | null>(null)
  const run = async (): Promise<void> => {
    const answer = await send({})
    if (answer.ok) setCheck(answer.value)
    else toast({ text: failureSentence(t, answer.error), tone: 'failed' })
  }
  return (
    <Panel title={t('backup.log.title')}>
      <div className={classes['part']}>
        <p className={classes['hint']}>{t('backup.log.hint')}</p>
        {check !== null && <Result check={check} />}
        <div className={classes['buttons']}>
          <Button
            variant="default"
            leftSection={<IconListCheck size={16} aria-hidden />}
            loading={busy}
            onClick={() => void run()}
          >
            {t('backup.log.do')}
          </Button>
        </div>
        <PrintedFingerprint />
      </div>
    </Panel>
  )
}

/** A paper names the state of the register it was made from: here one sees whether this register ever stood so. */
function PrintedFingerprint(): JSX.Element {
  const { t, n, language } = useTexts()
  const [send, busy] = useSend('register.findFingerprint')
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState<{ tone: 'good' | 'bad'; text: string } | null>(null)
  const find = async (): Promise<void> => {
    const answer = await send({ printed: typed })
    if (!answer.ok) return toast({ text: failureSentence(t, answer.error), tone: 'failed' })
    const found = answer.value
    setSaid(
      found === null
        ? { tone: 'bad', text: t('backup.log.printed.unknown') }
        : {
            tone: 'good',
            text: t('backup.log.printed.known', { seq: n(found.seq), at: formatInstant(found.at, language) }),
          },
    )
  }
  return (
    <form
      className={classes['part']}
      onSubmit={(event) => {
        event.preventDefault()
        void find()
      }}
    >
      <TextInput
        label={t('backup.log.printed.label')}
        description={t('backup.log.printed.hint')}
        value={typed}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setSaid(null)
        }}
      />
      {said !== null && (
        <p role="status" className={classes['state']} data-tone={said.tone}>
          {said.tone === 'good' ? (
            <IconCircleCheck size={16} aria-hidden />
          ) : (
            <IconAlertTriangle size={16} aria-hidden />
          )}
          <span>{said.text}</span>
        </p>
      )}
      <div className={classes['buttons']}>
        <Button
          type="submit"
          variant="default"
          leftSection={<IconFingerprint size={16} aria-hidden />}
          loading={busy}
          disabled={typed.trim() === ''}
        >
          {t('backup.log.printed.find')}
        </Button>
      </div>
    </form>
  )
}

function Result({ check }: { check: LogCheck }): JSX.Element {
  const { t, n, language } = useTexts()
  const nameOf = use(ActorContext)
  const { sets, changes, chains, altered, gaps, misfits, moreMisfits, redacted, redactions } = check
  const fine = altered.length === 0 && gaps.length === 0 && misfits.length === 0
  const counts = { sets: n(sets), changes: n(changes), at: formatInstant(check.at, language) }
  return (
    <div className={classes['part']} role="status">
      <p className={classes['state']} data-tone={fine ? 'good' : 'bad'}>
        {fine ? <IconCircleCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
        <b>{t(fine ? 'backup.log.fine' : 'backup.log.notFine')}</b>
      </p>
      {altered.length > 0 && <p>{t('backup.log.altered', { numbers: altered.map((seq) => n(seq)).join(', ') })}</p>}
      {gaps.map(({ replica, from, to }) => (
        <p key={`${replica} ${from}`}>
          {t('backup.log.gap', { replica: short(replica), numbers: from === to ? n(from) : `${n(from)}–${n(to)}` })}
        </p>
      ))}
      {misfits.length > 0 && (
        <>
          <p>{t('backup.log.misfits')}</p>
          <ul className={classes['counts']}>
            {misfits.map((misfit) => (
              <MisfitLine key={`${misfit.entity} ${misfit.id}`} misfit={misfit} />
            ))}
            {moreMisfits > 0 && <li>{t('backup.log.more', { count: moreMisfits, shown: n(moreMisfits) })}</li>}
          </ul>
        </>
      )}
      <p>{t('backup.log.counts', counts)}</p>
      {redacted > 0 && (
        <>
          <p>{t('backup.log.redacted', { count: redacted, shown: n(redacted) })}</p>
          <ul className={classes['counts']}>
            {redactions.map(({ seq, at, actor, reason, changes }) => (
              <li key={seq}>
                {t('backup.log.redaction', {
                  shown: n(changes),
                  actor: nameOf(actor),
                  at: formatInstant(at, language),
                  reason: reason ?? '',
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <Facts
        facts={[
          {
            label: t('backup.log.fingerprint'),
            value: <span className={classes['exact']}>{check.fingerprint}</span>,
          },
          ...chains.map(({ replica, sets: length, head, last }) => ({
            label: t('backup.log.chain', { replica: short(replica) }),
            value: t('backup.log.chainHead', {
              shown: n(length),
              head: head.slice(0, 12),
              last: formatInstant(last, language),
            }),
          })),
        ]}
      />
    </div>
  )
}

/** The end of a replica's id: its beginning is the time and alike in all. */
const short = (replica: string): string => replica.slice(-6)

function MisfitLine({ misfit }: { misfit: Misfit }): JSX.Element {
  const { t, language } = useTexts()
  const words = useRecordWords()
  const { entity, label, what, lab, fields } = misfit
  const name =
    label === '' ? capital(words.entity(entity), language) : `${capital(words.entity(entity), language)} “${label}”`
  const values =
    what === 'changed'
      ? fields.map(({ field, stored, logged }) =>
          t('backup.log.value', {
            field: words.field(entity, field),
            stored: words.value(entity, field, stored),
            logged: words.value(entity, field, logged),
          }),
        )
      : []
  return (
    <li>
      {name}: {t(`backup.log.what.${what}`)}
      {values.length > 0 && ` – ${values.join('; ')}`}
      {lab !== null && (
        <>
          {' '}
          <Button variant="subtle" size="compact-xs" onClick={() => useNavigation.getState().go('lab', { id: lab.id })}>
            {t('backup.log.open', { name: lab.name })}
          </Button>
        </>
      )}
    </li>
  )
}
