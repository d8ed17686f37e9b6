// Small pictures of attached files, made once per window: of a picture itself, of a PDF its first page. A file that cannot be shown has none.
import { useEffect, useState } from 'react'
import { isViewable, type FileKind } from '../../../../db/model/files/kinds'
import type { AttachmentShown } from '../../../../db/model/shapes/attachments'
import { readFile } from './bytes'
import { decodeImage } from './image'

export const THUMB_WIDTH = 96
const DENSITY = 2
/** larger files are not read only for a small picture */
const MOST_BYTES = 30 * 1024 * 1024
const MOST_KEPT = 300

const made = new Map<string, Promise<string | null>>()

/** A data: address; null: none (yet). */
export function useThumb({ id, kind, bytes, state }: AttachmentShown): string | null {
  const [thumb, setThumb] = useState<{ id: string; address: string | null } | null>(null)
  const wanted = state === 'present' && isViewable(kind) && bytes <= MOST_BYTES
  useEffect(() => {
    if (!wanted) return
    let shown = true
    void thumbOf(id, kind).then((address) => {
      if (shown) setThumb({ id, address })
    })
    return () => {
      shown = false
    }
  }, [id, kind, wanted])
  return wanted && thumb?.id === id ? thumb.address : null
}

function thumbOf(id: string, kind: FileKind): Promise<string | null> {
  const known = made.get(id)
  if (known !== undefined) return known
  const oldest = made.keys().next().value
  if (made.size >= MOST_KEPT && oldest !== undefined) made.delete(oldest)
  // one that failed may be healed and is tried again
  const making = makeThumb(id, kind).then((address) => {
    if (address === null) made.delete(id)
    return address
  })
  made.set(id, making)
  return making
}

async function makeThumb(id: string, kind: FileKind): Promise<string | null> {
  const answer = await readFile(id)
  if (!answer.ok) return null
  return kind === 'pdf' ? thumbOfPdf(answer.value) : thumbOfImage(answer.value, kind)
}

async function thumbOfPdf(bytes: Uint8Array): Promise<string | null> {
  const { openPdf } = await import('../../../components/pdf/pdf')
  let pdf: Awaited<ReturnType<typeof openPdf>> | null = null
  try {
    pdf = await openPdf(bytes)
    const canvas = document.createElement('canvas')
    await pdf.draw(1, canvas, { width: THUMB_WIDTH, density: DENSITY })
    return canvas.toDataURL()
  } catch {
    // broken or locked: the viewer says which
    return null
  } finally {
    pdf?.close()
  }
}

async function thumbOfImage(bytes: Uint8Array<ArrayBuffer>, kind: FileKind): Promise<string | null> {
  const decoded = await decodeImage(bytes, kind, THUMB_WIDTH * DENSITY)
  if (!decoded.ok) return null
  const canvas = document.createElement('canvas')
  canvas.width = decoded.bitmap.width
  canvas.height = decoded.bitmap.height
  canvas.getContext('2d')?.drawImage(decoded.bitmap, 0, 0)
  decoded.bitmap.close()
  return canvas.toDataURL()
}
