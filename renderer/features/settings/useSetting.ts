// The life of one setting's field: what is typed, whether it is on its way, and why it was refused. What is typed is saved even when
// the screen or the window goes before the field is left. The contract has no `seen` here: the last one to save holds.
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { OfficeKey } from '../../../db/model/documents/office'
import { call } from '../../api'
import { ruleText } from '../../components/fields/fieldError'
import { toast } from '../../components/toast'
import type { Failure } from '../../failure'
import { failureSentence } from '../../texts/failureText'
import { useTexts, type Texts } from '../../texts/texts'

export type SettingKey = OfficeKey

export interface Setting {
  text: string
  phase: 'still' | 'saving' | 'saved'
  /** one sentence, null without an error */
  error: string | null
  type: (text: string) => void
  /** Sends the text when it differs from what the register holds. */
  save: () => void
  /** Takes back what is not saved; false when nothing was. */
  revert: () => boolean
}

/** As the register will hold it. */
const kept = (text: string): string => text.normalize('NFC').trim()

export function useSetting(key: SettingKey, stored: string): Setting {
  const texts = useTexts()
  const [text, setText] = useState(stored)
  const [base, setBase] = useState(stored)
  const [seen, setSeen] = useState(stored)
  const [phase, setPhase] = useState<Setting['phase']>('still')
  const [error, setError] = useState<string | null>(null)
  const sending = useRef<string | null>(null)
  const shown = useShown()

  // another window's value is taken over, except under the fingers of somebody typing
  if (stored !== seen) {
    setSeen(stored)
    setBase(stored)
    if (text === base) setText(stored)
  }

  const send = async (value: string): Promise<void> => {
    sending.current = value
    setPhase('saving')
    const answer = await call('settings.set', { key, value: value === '' ? null : value })
    if (sending.current === value) sending.current = null
    if (!answer.ok && !shown.current) return tellLost(texts, key, answer.error)
    setPhase(answer.ok ? 'saved' : 'still')
    setError(answer.ok ? null : refusal(texts, answer.error))
    if (!answer.ok) return
    setBase(value)
    setText((now) => (kept(now) === value ? value : now))
  }
  const save = (): void => {
    const value = kept(text)
    if (value !== base && value !== sending.current) void send(value)
  }
  useSavedAtTheEnd(save)
  return {
    text,
    // what was typed while an earlier text was on its way is not saved yet
    phase: phase === 'saved' && kept(text) !== base ? 'still' : phase,
    error,
    type: (next) => {
      setText(next)
      setPhase('still')
      setError(null)
    },
    save,
    revert: () => {
      if (text === base) return false
      setText(base)
      setError(null)
      return true
    },
  }
}

/** False once the field is gone. */
function useShown(): { readonly current: boolean } {
  const shown = useRef(true)
  useEffect(() => {
    shown.current = true
    return () => void (shown.current = false)
  }, [])
  return shown
}

/** A field that goes with the focus in it is never left: the going itself saves. */
function useSavedAtTheEnd(save: () => void): void {
  const latest = useRef(save)
  useLayoutEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const flush = (): void => latest.current()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [])
}

function refusal(texts: Texts, failure: Failure): string {
  const problem = failure.fields?.find(({ field }) => field === 'value')
  if (problem === undefined) return failureSentence(texts.t, failure)
  return problem.rule === 'too_big' ? texts.t('errors.field.tooLong') : ruleText(texts, problem.rule, problem.params)
}

function tellLost({ t }: Texts, key: SettingKey, failure: Failure): void {
  const words = { field: t(`records.settings.${key}`), why: failureSentence(t, failure) }
  toast({ text: t('settings.register.lostField', words), tone: 'failed' })
}
