// Pictures decoded for the screen, and only those whose header says they fit into memory.
import { imageSize, isDecodable, type ImageSize } from '../../../../db/model/files/image-size'
import { mimeOf, type FileKind } from '../../../../db/model/files/kinds'

export type Decoded =
  | { ok: true; bitmap: ImageBitmap }
  | { ok: false; why: 'broken' }
  | { ok: false; why: 'tooLarge'; size: ImageSize }

/** `width`: decoded to so many px across where it is wider, which takes less memory. */
export async function decodeImage(bytes: Uint8Array<ArrayBuffer>, kind: FileKind, width?: number): Promise<Decoded> {
  const size = imageSize(bytes, kind)
  if (size === null) return { ok: false, why: 'broken' }
  if (!isDecodable(size)) return { ok: false, why: 'tooLarge', size }
  const smaller = width !== undefined && size.width > width
  try {
    const how = smaller ? { resizeWidth: width, resizeQuality: 'medium' as const } : {}
    return { ok: true, bitmap: await createImageBitmap(new Blob([bytes], { type: mimeOf[kind] }), how) }
  } catch (error) {
    if (error instanceof DOMException) return { ok: false, why: 'broken' }
    throw error
  }
}
