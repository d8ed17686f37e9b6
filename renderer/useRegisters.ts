// The window's ways to another register: picked, dropped or brought by the shell, opened lately, newly made. One at a time; what is not
// a register is refused before anything is asked, unsaved work is asked about before anything is opened. After it `changed` says '*'.
import { useMemo } from 'react'
import type { Input } from '../db/contract'
import type { PickedFile } from '../db/model/bridge'
import type { RegisterInfo } from '../db/model/shapes/register'
import { call, type Answer } from './api'
import { toast } from './components/toast'
import { leaveRegister } from './stores/leave'
import { useOpening } from './stores/opening'
import { useTexts, type Translate } from './texts/texts'

export interface Registers {
  /** the system's picker, then as `openFile` */
  pick: () => void
  openFile: (file: PickedFile) => void
  /** the answer to the question that `openFile` may ask; null: rather not */
  place: (how: 'copy' | 'inPlace' | null) => void
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
  if (checked.value.elsewhere) opening().change({ asking: { ...file, badPlace: checked.value.badPlace } })
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

interface Way {
  name: string
  open: () => Promise<Answer<RegisterInfo>>
  done: (t: Translate, info: RegisterInfo) => string
}

async function go(t: Translate, { name, open, done }: Way): Promise<void> {
  if (opening().busy) return
  opening().change({ busy: true, failed: null })
  const answer = await open()
  opening().change({ busy: false })
  if (answer.ok) toast({ text: done(t, answer.value) })
  else if (answer.error.code === 'cancelled') toast({ text: t('errors.cancelled') })
  else opening().change({ failed: { name, failure: answer.error } })
}

const createdWords = (t: Translate, { name }: RegisterInfo): string => t('start.created', { name })

function openedWords(t: Translate, { name, readOnly }: RegisterInfo): string {
  return readOnly === false || readOnly === 'recorded'
    ? t('start.opened', { name })
    : t(`start.openedToRead.${readOnly}`, { name })
}
