// What a file is, by its bytes alone, and how large a picture says it is.
import { describe, expect, it } from 'vitest'
import { imageSize, isDecodable } from '../../../db/model/files/image-size'
import { keptName, kindOfBytes, nameOutside } from '../../../db/model/files/kinds'
import { makePdf, makePng } from '../../support/paper'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const kindOf = (text: string) => kindOfBytes(bytes(text))

describe('the kind of a file', () => {
  it('is told by its first bytes', () => {
    expect(kindOfBytes(makePdf({ pages: ['A'] }))).toBe('pdf')
    expect(kindOf('\xef\xbb\xbf%PDF-1.4')).toBe('pdf')
    expect(kindOfBytes(makePng(2, 2))).toBe('png')
    expect(kindOf('\xff\xd8\xff\xe0\0\x10JFIF')).toBe('jpeg')
    expect(kindOf('RIFF\x10\0\0\0WEBPVP8 ')).toBe('webp')
    expect(kindOf('II*\0\x08\0\0\0')).toBe('tiff')
    expect(kindOf('MM\0*\0\0\0\x08')).toBe('tiff')
    expect(kindOf('\0\0\0\x18ftypheic')).toBe('heic')
  })

  it.each([
    ['a Windows program', 'MZ\x90\0\x03'],
    ['a Linux program', '\x7fELF\x02\x01'],
    ['a script', '#!/bin/sh\n%PDF-1.7'],
    ['a program that carries a PDF inside', 'MZ%PDF-1.7'],
    ['a zip, Word document or macro workbook', 'PK\x03\x04'],
    ['an old Word document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['a web page', '<!doctype html><script>'],
    ['a drawing with scripts', '<svg xmlns='],
    ['a sound', 'RIFF\x10\0\0\0WAVEfmt '],
    ['a film', '\0\0\0\x18ftypmp42'],
    ['nothing', ''],
  ])('%s is none', (_what, content) => {
    expect(kindOf(content)).toBeNull()
  })
})

describe('the name of a file', () => {
  it('is kept without folders and signs that hide', () => {
    expect(keptName('../../etc/passwd')).toBe('passwd')
    expect(keptName('C:\\Windows\\scan.pdf')).toBe('scan.pdf')
    expect(keptName('ảnh\u202Efdp.exe')).toBe('ảnhfdp.exe')
    expect(keptName('a\u0301\0.png')).toBe('á.png')
    expect(keptName('/')).toBe('tệp')
    expect(keptName('x'.repeat(999))).toHaveLength(200)
  })

  it('ends outside as its content is, whatever it said', () => {
    expect(nameOutside('quyết định.exe', 'pdf')).toBe('quyết định.pdf')
    expect(nameOutside('scan.PDF', 'pdf')).toBe('scan.pdf')
    expect(nameOutside('ảnh.jpeg', 'jpeg')).toBe('ảnh.jpg')
    expect(nameOutside('ảnh.png', 'jpeg')).toBe('ảnh.jpg')
    expect(nameOutside('QĐ 893.2022', 'pdf')).toBe('QĐ 893.2022.pdf')
    expect(nameOutside('công văn', 'tiff')).toBe('công văn.tif')
  })
})

describe('the size of a picture', () => {
  it('is read from its header', () => {
    expect(imageSize(makePng(640, 480), 'png')).toEqual({ width: 640, height: 480 })
    const jpeg = bytes('\xff\xd8\xff\xe0\0\x04AB\xff\xc4\0\x02\xff\xc2\0\x11\x08\x01\x02\x03\x04')
    expect(imageSize(jpeg, 'jpeg')).toEqual({ width: 0x304, height: 0x102 })
    const vp8x = bytes(`RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0`)
    expect(imageSize(vp8x, 'webp')).toEqual({ width: 640, height: 480 })
    const vp8l = bytes('RIFF\0\0\0\0WEBPVP8L\x05\0\0\0\x2f\x7f\xc2\x77\0\0\0')
    expect(imageSize(vp8l, 'webp')).toEqual({ width: 640, height: 480 })
    const vp8 = bytes('RIFF\0\0\0\0WEBPVP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x80\x02\xe0\x01')
    expect(imageSize(vp8, 'webp')).toEqual({ width: 640, height: 480 })
  })

  it('is unknown in a broken one', () => {
    for (const cut of [12, 18]) expect(imageSize(makePng(4, 4).subarray(0, cut), 'png')).toBeNull()
    expect(imageSize(bytes('\xff\xd8\xff\xe0\0\x04AB'), 'jpeg')).toBeNull()
    expect(imageSize(bytes('\xff\xd8\0\0'), 'jpeg')).toBeNull()
  })

  it('is too much to decode long before memory runs out', () => {
    expect(isDecodable({ width: 9_000, height: 12_000 })).toBe(true)
    expect(isDecodable({ width: 20_000, height: 20_000 })).toBe(false)
    expect(isDecodable({ width: 4_000_000_000, height: 1 })).toBe(false)
    expect(isDecodable({ width: 0, height: 5 })).toBe(false)
  })
})
