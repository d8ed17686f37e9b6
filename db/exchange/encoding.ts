// Bytes of a text file → text. UTF-8 and UTF-16 are read; anything else is refused with a guess until a person has chosen how to read it.
import iconv from 'iconv-lite'
import { RegistryError } from '../model/errors'
import type { TextChoice } from '../model/imports'
import { looksLikeTcvn3 } from '../model/text/tcvn3'
import { looksLikeVni } from '../model/text/vni'

const isLittleEndian = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe
const isBigEndian = (bytes: Uint8Array): boolean => bytes[0] === 0xfe && bytes[1] === 0xff

/** Of bytes that `decodeText` reads. */
export const encodingOf = (bytes: Uint8Array): 'utf-8' | 'utf-16' =>
  isLittleEndian(bytes) || isBigEndian(bytes) ? 'utf-16' : 'utf-8'

/** Throws wrong_encoding (field `file`, rule `file.tcvn3`, `file.vni`, `file.windows1258`, `file.utf16` or `file.not_utf8`), bad_file for what is no text at all. */
export function decodeText(bytes: Uint8Array, chosen?: TextChoice): string {
  if (isLittleEndian(bytes)) return new TextDecoder('utf-16le').decode(bytes)
  if (isBigEndian(bytes)) return new TextDecoder('utf-16be').decode(bytes)
  if (isUtf16WithoutMark(bytes)) throw wrongEncoding('file.utf16')
  if (bytes.subarray(0, 4096).includes(0))
    throw new RegistryError('bad_file', 'NUL bytes', [{ field: 'file', rule: 'file.not_a_sheet' }])
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    if (chosen === 'windows-1258') return iconv.decode(Buffer.from(bytes), 'windows-1258').normalize('NFC')
    // one byte a letter; the cells are converted one by one
    if (chosen === 'tcvn3') return iconv.decode(Buffer.from(bytes), 'latin1')
    if (chosen === 'vni') return iconv.decode(Buffer.from(bytes), 'windows-1252')
    throw wrongEncoding(guess(bytes))
  }
}

export type EncodingRule = 'file.tcvn3' | 'file.vni' | 'file.windows1258' | 'file.utf16' | 'file.not_utf8'

export const wrongEncoding = (rule: EncodingRule): RegistryError =>
  new RegistryError('wrong_encoding', rule, [{ field: 'file', rule }])

/** A line end in two bytes, and zeros in one half of the letters only. */
function isUtf16WithoutMark(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]! += 1
  const lineEnd = head.some((byte, at) => byte === 0x0a && head[zeros[0] === 0 ? at + 1 : at - 1] === 0)
  return lineEnd && Math.max(...zeros) > head.length / 6 && Math.min(...zeros) === 0
}

function guess(bytes: Uint8Array): EncodingRule {
  const sample = new TextDecoder('latin1').decode(bytes.subarray(0, 200_000))
  if (hasCombiningMarks(sample)) return 'file.windows1258'
  if (looksLikeTcvn3(sample)) return 'file.tcvn3'
  return looksLikeVni(sample) ? 'file.vni' : 'file.not_utf8'
}

/** Windows-1258 writes tones as letters after the vowel: Ì Ò Þ ì ò in Latin-1. In Vietnamese most words carry one; in TCVN3 these follow consonants. */
function hasCombiningMarks(latin1: string): boolean {
  const after = latin1.match(/[aeiouyAEIOUYÂâÊêÔôÕõÝýÃã][ÌÒÞìò]/g)?.length ?? 0
  const others = latin1.match(/(?<![aeiouyAEIOUYÂâÊêÔôÕõÝýÃã])[ÌÒÞìò]/g)?.length ?? 0
  return after > 0 && after > 4 * others
}
