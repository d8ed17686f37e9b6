// How large a picture is, read from its header before anything decodes it: a file of a few kilobytes can ask for gigabytes of memory.
import type { FileKind } from './kinds'

export interface ImageSize {
  width: number
  height: number
}

/** Pictures with more points are not decoded here: 120 million take about half a gigabyte (an A3 page at 600 dpi has 70 million). */
export const MOST_PIXELS = 120_000_000
/** px on one side; the engine's own limit for a canvas */
const MOST_SIDE = 32_000

export const isDecodable = ({ width, height }: ImageSize): boolean =>
  width > 0 && height > 0 && width <= MOST_SIDE && height <= MOST_SIDE && width * height <= MOST_PIXELS

/** Null: the header does not say, so the picture is broken or of another kind. */
export function imageSize(bytes: Uint8Array, kind: FileKind): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (kind === 'png') return { width: view.getUint32(16), height: view.getUint32(20) }
    if (kind === 'jpeg') return jpegSize(view)
    return kind === 'webp' ? webpSize(view) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The first frame header (SOF0–SOF15 but DHT, JPG and DAC) of ITU T.81, B.1. */
function jpegSize(view: DataView): ImageSize | null {
  for (let at = 2; at < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    const stands = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    at += stands ? 2 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** VP8X, VP8L and VP8 of https://developers.google.com/speed/webp/docs/riff_container. */
function webpSize(view: DataView): ImageSize | null {
  const chunk = String.fromCharCode(view.getUint8(12), view.getUint8(13), view.getUint8(14), view.getUint8(15))
  const three = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
  if (chunk === 'VP8X') return { width: three(24) + 1, height: three(27) + 1 }
  if (chunk === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (chunk !== 'VP8L') return null
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}
