// Text in other encodings is refused with a guess, never read as rubbish.
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../db/exchange/encoding'

const VIETNAMESE = 'Tên phòng;Mã số\nPhòng thử nghiệm đo lường;VILAS 016\n'
/** TCVN3 and Windows-1258 bytes of the words above, as old programs save them. */
const TCVN3 = Buffer.from('Tªn phßng;M· sè\nPhßng thö nghiÖm ®o l\u00ADêng;VILAS 016\n', 'latin1')
const WINDOWS_1258 = Buffer.from(
  'Tên pho\u00CCng;Ma\u00DE sô\u00EC\nPho\u00CCng th\u00FD\u00D2 nghiê\u00F2m \u00F0o l\u00FD\u00F5\u00CCng;VILAS 016\n',
  'latin1',
)
const refusal = (rule: string) => expect.objectContaining({ code: 'wrong_encoding', fields: [{ field: 'file', rule }] })

describe('a text file', () => {
  it.each([
    ['UTF-8', Buffer.from(VIETNAMESE, 'utf8')],
    ['UTF-16LE with BOM', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(VIETNAMESE, 'utf16le')])],
    ['UTF-16BE with BOM', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(VIETNAMESE, 'utf16le').swap16()])],
  ])('in %s is read', (_, bytes) => expect(decodeText(bytes)).toBe(VIETNAMESE))

  it.each([
    ['TCVN3', TCVN3, 'file.tcvn3'],
    ['Windows-1258', WINDOWS_1258, 'file.windows1258'],
    ['UTF-16 without its mark', Buffer.from(VIETNAMESE, 'utf16le'), 'file.utf16'],
    ['Latin-1 French', Buffer.from('Nom;Société générale à Noël\n', 'latin1'), 'file.not_utf8'],
    [
      'UTF-8 cut in the middle of a letter',
      Buffer.from(VIETNAMESE, 'utf8').subarray(0, 3).subarray(0, 2),
      'file.not_utf8',
    ],
  ])('in %s is refused as such', (_, bytes, rule) => expect(() => decodeText(bytes)).toThrow(refusal(rule)))

  it('with NUL bytes is no text', () =>
    expect(() => decodeText(Buffer.from('a\0b'))).toThrow(expect.objectContaining({ code: 'bad_file' })))
})
