// An attached file made ready for the viewer, or why it cannot be shown. It is let go when the viewer closes.
import { useEffect, useState } from 'react'
import { isViewable } from '../../../../db/model/files/kinds'
import type { AttachmentShown } from '../../../../db/model/shapes/attachments'
import { failureSentence } from '../../../texts/failureText'
import { useTexts, type Texts } from '../../../texts/texts'
import { readFile } from './bytes'
import { decodeImage } from './image'
import { pictureSheet, type Sheet } from './sheet'

export type LoadedSheet = { state: 'pending' } | { state: 'refused'; why: string } | { state: 'ready'; sheet: Sheet }

export function useSheet(file: AttachmentShown): LoadedSheet {
  const texts = useTexts()
  const [loaded, setLoaded] = useState<LoadedSheet>({ state: 'pending' })
  const { id, kind } = file
  useEffect(() => {
    let open = true
    let made: Sheet | null = null
    void load(texts, { id, kind }).then((result) => {
      if (result.state === 'ready') made = result.sheet
      if (open) setLoaded(result)
      else made?.close()
    })
    return () => {
      open = false
      made?.close()
    }
    // the words of another language come with the next opening
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- texts are a new object at every rendering
  }, [id, kind])
  return loaded
}

async function load(texts: Texts, { id, kind }: Pick<AttachmentShown, 'id' | 'kind'>): Promise<LoadedSheet> {
  const { t, n } = texts
  const refused = (why: string): LoadedSheet => ({ state: 'refused', why })
  const answer = await readFile(id)
  if (!answer.ok) return refused(failureSentence(t, answer.error))
  if (!isViewable(kind)) return refused(t('files.viewer.unviewable'))
  if (kind === 'pdf') return loadPdf(texts, answer.value)
  const decoded = await decodeImage(answer.value, kind)
  if (decoded.ok) return { state: 'ready', sheet: pictureSheet(decoded.bitmap) }
  if (decoded.why === 'broken') return refused(t('files.viewer.broken'))
  const { width, height } = decoded.size
  return refused(t('files.viewer.tooLarge', { width: n(width), height: n(height) }))
}

async function loadPdf({ t }: Texts, bytes: Uint8Array): Promise<LoadedSheet> {
  const { openPdf } = await import('../../../components/pdf/pdf')
  try {
    return { state: 'ready', sheet: { kind: 'pages', ...(await openPdf(bytes)) } }
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    return { state: 'refused', why: t(locked ? 'files.viewer.password' : 'files.viewer.broken') }
  }
}
