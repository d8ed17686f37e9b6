// The window's ways to another register: picked, dropped or brought by the shell, opened lately, newly made. One at a time; what is not
// a register is refused before anything is asked, unsaved work is asked about before anything is opened. After it `changed` says '*'.
import { useMemo } from 'react'
import type { Input } from '../db/contract'
import type { PickedFile } from '../db/model/bridge'
import type { OpenedRegister } from '../db/model/shapes/register'
import { call, type Answer } from './api'
import { toast } from './components/toast'
import { leaveRegister } from './stores/leave'
import { useOpening } from './stores/opening'
import { failureSentence } from './texts/failureText'
import { useTexts, type Translate } from './texts/texts'

export interface Registers {
  /** the system's picker, then as `openFile` */
  pick: () => void
  openFile: (file: PickedFile) => void
  /** the answer to the question that `openFile` may ask; null: rather not */
  place: (how: 'copy' | 'inPlace' | null) => void
  /** a backup that was picked becomes a register; null: on its way or done, else what is wrong with the passphrase */
  bringBack: (file: PickedFile, passphrase: string | undefined) => Promise<string | null>
  openRecent: (recent: { id: string; name: string }) => void
  create: (wish: Input<'register.create'> & { name: string }) => void
}

export function useRegisters(): Registers {
  const { t } = useTexts()
  return useMemo(
    () => ({
      pick: () => void pick(t),
      openFile: (file) => void openFile(t, file),
      place: (how) => place(t, how),
      bringBack: (file, passphrase) => bringBack(t, file, passphrase),
      openRecent: ({ id, name }) =>
        leaveRegister(() => void go(t, { name, open: () => call('register.openRecent', { id }), done: openedWords })),
      create: (wish) =>
        leaveRegister(
          () => void go(t, { name: wish.name, open: () => call('register.create', wish), done: createdWords }),
        ),
    }),
    [t],
  )
}

const { getState: opening } = useOpening

async function pick(t: Translate): Promise<void> {
  if (opening().busy) return
  const file = await window.shell.pickOpen('register')
  if (file !== null) await openFile(t, file)
}

async function openFile(t: Translate, file: PickedFile): Promise<void> {
  if (opening().busy) return
  opening().change({ failed: null })
  const checked = await call('register.check', { file: file.ref })
  if (!checked.ok) return opening().change({ failed: { name: file.name, failure: checked.error } })
  const { elsewhere, badPlace, backup } = checked.value
  if (elsewhere) opening().change({ asking: { ...file, badPlace, backup } })
  else openGranted(t, file, false)
}

function place(t: Translate, how: 'copy' | 'inPlace' | null): void {
  const file = opening().asking
  opening().change({ asking: null })
  if (file !== null && how !== null) openGranted(t, file, how === 'copy')
}

function openGranted(t: Translate, { ref, name }: PickedFile, copy: boolean): void {
  leaveRegister(() => void go(t, { name, open: () => call('register.open', { file: ref, copy }), done: openedWords }))
}

function bringBack(t: Translate, { ref, name }: PickedFile, passphrase: string | undefined): Promise<string | null> {
  return new Promise((told) =>
    leaveRegister(() => {
      const open = async (): Promise<Answer<OpenedRegister>> => {
        const answer = await call('register.open', { file: ref, ...(passphrase === undefined ? {} : { passphrase }) })
        const wrong = !answer.ok && answer.error.code === 'wrong_passphrase'
        told(wrong ? failureSentence(t, answer.error) : null)
        if (!wrong) opening().change({ asking: null })
        return answer
      }
      void go(t, { name, open, done: broughtWords })
    }),
  )
}

interface Way {
  name: string
  open: () => Promise<Answer<OpenedRegister>>
  done: (t: Translate, info: OpenedRegister) => string
}

async function go(t: Translate, { name, open, done }: Way): Promise<void> {
  if (opening().busy) return
  opening().change({ busy: true, failed: null })
  const answer = await open()
  opening().change({ busy: false })
  if (answer.ok) toast({ text: done(t, answer.value) })
  else if (answer.error.code === 'wrong_passphrase') return
  else if (answer.error.code === 'cancelled') toast({ text: t('errors.cancelled') })
  else opening().change({ failed: { name, failure: answer.error } })
}

const broughtWords = (t: Translate, { name }: OpenedRegister): string => t('start.brought', { name })
const createdWords = (t: Translate, { name }: OpenedRegister): string => t('start.created', { name })

function openedWords(t: Translate, { name, readOnly }: OpenedRegister): string {
  return readOnly === false || readOnly === 'recorded'
    ? t('start.opened', { name })
    : t(`start.openedToRead.${readOnly}`, { name })
}
