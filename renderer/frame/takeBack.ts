// Ctrl+Z and Ctrl+Y on the register: asks what is on top of the person's stack, takes it back, and says what that was. Where somebody else has changed
// a value since, the person is asked first (AskTakeBack.tsx). Fields and grids that are being typed in keep their own undo.
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { create } from 'zustand'
import type { FieldProblem } from '../../db/model/errors'
import type { ChangeSetShown } from '../../db/model/shapes/journal'
import type { Action } from '../actions/action'
import { call } from '../api'
import { setWords } from '../components/changes/setWords'
import { toast } from '../components/toast'
import type { Failure } from '../failure'
import { useDayStore } from '../stores/day'
import { failureSentence } from '../texts/failureText'
import { recordWords } from '../texts/recordWords'
import { useTexts, type Texts } from '../texts/texts'
import { useCanEdit } from '../useCanEdit'

export type Way = 'undo' | 'redo'

export interface Asked {
  way: Way
  set: string
  shown: ChangeSetShown
  /** values that somebody has changed since */
  clashes: readonly FieldProblem[]
}

export const useAsked = create<{ asked: Asked | null }>()(() => ({ asked: null }))

const sheets: ReadonlySet<string> = new Set(['scopeEntry', 'labsSheet'])

/** Where undo belongs to what is being filled in: a form beside the work, a sheet. */
const ownsUndo = (screen: string): boolean =>
  sheets.has(screen) || document.activeElement?.closest('[data-region="form"]') != null

type Top = Pick<Asked, 'set' | 'shown'>

/** Takes back that very saving, whoever pressed what since; a button of the message that told of it. */
export async function undoSaving(texts: Texts, { set, seq }: { set: string | null; seq: number }): Promise<void> {
  const { t } = texts
  if (set === null) return toast({ text: t('frame.takeBack.undoNothing'), key: 'take-back' })
  const told = await call('changes.sets', { before: seq + 1, limit: 1 })
  if (!told.ok)
    return toast({ text: t('frame.takeBack.failedUnnamed', { why: failureSentence(t, told.error) }), tone: 'failed' })
  const [shown] = told.value.sets
  if (shown !== undefined) await send(texts, 'undo', { set, shown }, false)
}

/** Of several savings the last one first, and said once. Where one meets somebody's change, that one is asked about and the earlier ones stay. */
export async function undoSavings(
  texts: Texts,
  savings: readonly { set: string | null; seq: number }[],
): Promise<void> {
  let done = 0
  for (const saving of savings.toReversed()) {
    await undoSaving(texts, saving)
    if (useAsked.getState().asked !== null) return
    done += 1
  }
  const shown = texts.n(done)
  if (done > 1) toast({ text: texts.t('frame.takeBack.undoManyDone', { count: done, shown }), key: 'take-back' })
}

async function send(texts: Texts, way: Way, { set, shown }: Top, keepTheirs: boolean): Promise<void> {
  const { t } = texts
  const answer = await call(`changes.${way}`, { set, keepTheirs })
  // fields and records by name only: no value is said here
  const what = setWords(
    shown,
    recordWords(texts, () => undefined),
    texts,
  )
  if (answer.ok) {
    const back = way === 'undo' ? ('redo' as const) : ('undo' as const)
    const done = answer.value
    toast({
      text: t(`frame.takeBack.${way}Done`, { what }),
      key: 'take-back',
      ...(done.set !== null && {
        action: {
          label: t(`frame.takeBack.${back}`),
          run: () => void send(texts, back, { set: done.set!, shown }, false),
        },
      }),
    })
  } else if (answer.error.code === 'conflict') {
    useAsked.setState({ asked: { way, set, shown, clashes: answer.error.fields ?? [] } })
  } else {
    toast({ text: t('frame.takeBack.failed', { what, why: whyNot(texts, answer.error) }), tone: 'failed' })
  }
}

/** In an earlier state of the register or in one that can only be read, what to do first. */
function whyNot({ t }: Texts, error: Failure): string {
  if (error.code === 'read_only') return t(`frame.takeBack.${hindered()}`)
  const isTaken = error.fields?.some(({ rule }) => rule === 'not_undoable') ?? false
  return isTaken ? t('frame.takeBack.taken') : failureSentence(t, error)
}

interface TakeBack {
  actions: Action[]
  takeBack: (way: Way, keepTheirs?: Asked) => Promise<void>
  /** to be asked right after a saving of one's own: takes that very saving back, whatever is saved later */
  wayBack: () => Promise<() => void>
}

export function useTakeBack(): TakeBack {
  const texts = useTexts()
  const canEdit = useCanEdit()
  const { t } = texts

  const takeBack = async (way: Way, keepTheirs?: Asked): Promise<void> => {
    useAsked.setState({ asked: null })
    if (keepTheirs !== undefined) return send(texts, way, keepTheirs, true)
    if (!canEdit) return toast({ text: t(`frame.takeBack.${hindered()}`), key: 'take-back' })
    const stack = await call('changes.undoable', {})
    const next = stack.ok ? stack.value[way] : null
    if (next === null) toast({ text: t(`frame.takeBack.${way}Nothing`), key: 'take-back' })
    else await send(texts, way, next, false)
  }
  const action = (way: Way, shortcut: string | string[], icon: Action['icon']): Action => ({
    id: way,
    bar: 'edit',
    group: 'frame',
    label: `frame.takeBack.${way}`,
    shortcut,
    ...(icon && { icon }),
    when: ({ screen }) => !ownsUndo(screen),
    run: () => void takeBack(way),
  })
  return {
    actions: [
      action('undo', 'Ctrl+Z', IconArrowBackUp),
      action('redo', ['Ctrl+Y', 'Ctrl+Shift+Z'], IconArrowForwardUp),
    ],
    takeBack,
    wayBack: async () => {
      const stack = await call('changes.undoable', {})
      const last = stack.ok ? stack.value.undo : null
      return () => void (last === null ? takeBack('undo') : send(texts, 'undo', last, false))
    },
  }
}

/** Why nothing can be taken back now. */
function hindered(): 'lookingBack' | 'readOnly' {
  const { asOf, recorded } = useDayStore.getState()
  return asOf !== null || recorded !== null ? 'lookingBack' : 'readOnly'
}
