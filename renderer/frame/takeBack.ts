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
import { failureSentence } from '../texts/failureText'
import { recordWords } from '../texts/recordWords'
import { useTexts } from '../texts/texts'
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

interface TakeBack {
  actions: Action[]
  takeBack: (way: Way, keepTheirs?: Asked) => Promise<void>
  /** to be asked right after a saving of one's own: takes that very saving back, whatever is saved later */
  wayBack: () => Promise<() => void>
}

export function useTakeBack(): TakeBack {
  const texts = useTexts()
  // fields and records by name only: no value is said here
  const words = recordWords(texts, () => undefined)
  const canEdit = useCanEdit()
  const { t } = texts

  const send = async (way: Way, { set, shown }: Pick<Asked, 'set' | 'shown'>, keepTheirs: boolean): Promise<void> => {
    const answer = await call(`changes.${way}`, { set, keepTheirs })
    const what = setWords(shown, words, texts)
    if (answer.ok) {
      const back = way === 'undo' ? ('redo' as const) : ('undo' as const)
      toast({
        text: t(`frame.takeBack.${way}Done`, { what }),
        key: 'take-back',
        action: { label: t(`frame.takeBack.${back}`), run: () => void takeBack(back) },
      })
    } else if (answer.error.code === 'conflict') {
      useAsked.setState({ asked: { way, set, shown, clashes: answer.error.fields ?? [] } })
    } else {
      toast({ text: t('frame.takeBack.failed', { what, why: failureSentence(t, answer.error) }), tone: 'failed' })
    }
  }
  const takeBack = async (way: Way, keepTheirs?: Asked): Promise<void> => {
    useAsked.setState({ asked: null })
    if (keepTheirs !== undefined) return send(way, keepTheirs, true)
    const stack = await call('changes.undoable', {})
    const next = stack.ok ? stack.value[way] : null
    if (next === null) toast({ text: t(`frame.takeBack.${way}Nothing`), key: 'take-back' })
    else await send(way, next, false)
  }
  const action = (way: Way, shortcut: string | string[], icon: Action['icon']): Action => ({
    id: way,
    group: 'frame',
    label: `frame.takeBack.${way}`,
    shortcut,
    ...(icon && { icon }),
    when: ({ screen }) => canEdit && !ownsUndo(screen),
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
      return () => void (last === null ? takeBack('undo') : send('undo', last, false))
    },
  }
}
