// Beside the rows read: what could not be read (it waits beside the grid afterwards), the lines of the head, and what was passed over, all of it shown.
import { Button } from '@mantine/core'
import { useState, type JSX } from 'react'
import type { AnnexReading } from '../../../db/model/scope/reading'
import type { AnnexHead } from '../../../db/model/shapes/scope'
import { call } from '../../api'
import { Facts } from '../../components/Page'
import { toast } from '../../components/toast'
import { failureSentence } from '../../texts/failureText'
import { useTexts } from '../../texts/texts'
import classes from './scope.module.css'

export function PreviewHead({ reading, annex }: { reading: AnnexReading; annex: AnnexHead }): JSX.Element | null {
  const { t } = useTexts()
  const { facts, left, form, issue } = reading
  if (facts.length === 0 && left.length === 0) return null
  const of = (...kinds: string[]): string[] =>
    left.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text.replaceAll('\t', ' | '))
  const unread = of('unread')
  const passed = of('furniture', 'columns')
  const paper = [form, issue].filter((part) => part !== null).join(' – ')
  return (
    <aside className={classes['head']} aria-label={t('scope.preview.rest')} tabIndex={0}>
      {unread.length > 0 && (
        <section>
          <h2>{t('scope.preview.unreadTitle')}</h2>
          <p className={classes['dim']}>{t('scope.preview.unreadHint')}</p>
          <Lines lines={unread} />
        </section>
      )}
      {(facts.length > 0 || paper !== '') && (
        <section>
          <h2>{t('scope.preview.factsTitle')}</h2>
          <Facts
            facts={[
              ...(paper === '' ? [] : [{ label: t('scope.facts.form'), value: paper }]),
              ...facts.map(({ kind, value, text }) => ({
                label: t(`scope.facts.${kind}`),
                value: value === '' ? text : value,
              })),
            ]}
          />
          <OfferForm reading={reading} annex={annex} />
        </section>
      )}
      {passed.length > 0 && (
        <section>
          <h2>{t('scope.preview.passedTitle')}</h2>
          <Lines lines={passed} />
        </section>
      )}
    </aside>
  )
}

/** Form and issue that the text names and the annex lacks. */
function OfferForm({ reading, annex }: { reading: AnnexReading; annex: AnnexHead }): JSX.Element | null {
  const { t } = useTexts()
  const [done, setDone] = useState(false)
  const change = {
    ...(annex.form === null && reading.form !== null && { form: reading.form }),
    ...(annex.issue === null && reading.issue !== null && { issue: reading.issue }),
  }
  const what = [change.form, change.issue && t('labPage.decision.annexIssue', { issue: change.issue })].filter(Boolean)
  if (done || what.length === 0) return null
  const save = async (): Promise<void> => {
    const answer = await call('annexes.save', { id: annex.id, change })
    setDone(answer.ok)
    if (answer.ok) toast({ text: t('scope.preview.formSaved') })
    else toast({ tone: 'failed', text: failureSentence(t, answer.error) })
  }
  return (
    <Button variant="default" size="compact-sm" onClick={() => void save()}>
      {t('scope.preview.offerForm', { what: what.join(', ') })}
    </Button>
  )
}

function Lines({ lines }: { lines: readonly string[] }): JSX.Element {
  return (
    <ul className={classes['lines']}>
      {lines.map((line, index) => (
        <li key={`${index} ${line}`}>{line}</li>
      ))}
    </ul>
  )
}
