// The paper on the screen: made by the registry as a Word file, drawn by the shell as pages. Both lie in the app's own folder until they are
// saved, printed or opened; leaving the screen keeps them.
import { useEffect } from 'react'
import { create } from 'zustand'
import type { DocumentWish } from '../../../db/model/documents/kinds'
import type { MadeDocument } from '../../../db/model/shapes/documents'
import { call } from '../../api'
import type { Failure } from '../../failure'
import { usePaperWish } from '../../stores/paperWish'

export type Stage =
  | { at: 'none' }
  | { at: 'making'; wish: DocumentWish }
  | { at: 'drawing'; wish: DocumentWish }
  | { at: 'failed'; wish: DocumentWish; error: Failure | null }
  | { at: 'ready'; wish: DocumentWish; day: string; made: MadeDocument; ref: string; pdf: Uint8Array; pages: number }

interface Paper {
  stage: Stage
}
export const usePaper = create<Paper>()(() => ({ stage: { at: 'none' } }))

let latest = 0

/** Makes and draws; a later one takes the place of an earlier one that is still under way. */
export async function makePaper(wish: DocumentWish, day: string): Promise<void> {
  const mine = (latest += 1)
  const show = (stage: Stage): boolean => {
    if (mine === latest) usePaper.setState({ stage })
    return mine === latest
  }
  await window.shell.stopPaper()
  show({ at: 'making', wish })
  const lent = await window.shell.lend('docx', wish.kind)
  const answer = await call('documents.make', { document: wish, day, file: lent.ref })
  if (!answer.ok) {
    show(answer.error.code === 'cancelled' ? { at: 'none' } : { at: 'failed', wish, error: answer.error })
    return
  }
  if (!show({ at: 'drawing', wish })) return
  try {
    const drawn = await window.shell.drawPaper(lent.ref)
    if (drawn === null) show({ at: 'none' })
    else show({ at: 'ready', wish, day, made: answer.value, ref: lent.ref, ...drawn })
  } catch {
    // the shell says no more than that it could not be drawn; the Word file itself is there
    show({ at: 'failed', wish, error: null })
  }
}

/** Once per window. Another register, or somebody else at the window: nothing of the paper stays, nor what it was to be about. */
export function usePapers(): void {
  useEffect(
    () =>
      window.registry.onChanged((areas) => {
        if (areas.includes('*')) forgetPaper()
      }),
    [],
  )
}

export function forgetPaper(): void {
  latest += 1
  usePaper.setState({ stage: { at: 'none' } })
  usePaperWish.setState(usePaperWish.getInitialState())
}
