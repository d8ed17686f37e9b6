// The header row: found by meaning among the first rows, in either language.
import { describe, expect, it } from 'vitest'
import { decisionKeys, listForm } from '../../db/exchange/form'
import { findHeader, headerScore } from '../../db/exchange/headings'
import type { Cell } from '../../db/exchange/cells'
import { languages, say } from '../../db/model/texts/say'

const rows = (...all: Cell[][]) => all.map((cells, at) => ({ number: at + 1, cells }))
const keys = [...listForm.map((column) => column.key), ...decisionKeys]

describe('findHeader', () => {
  it.each(languages)('knows every heading of the form in %s', (language) => {
    const header = findHeader(rows(keys.map((key) => say(language, `exchange.columns.${key}`))))
    expect([header?.language, header?.columns.map((column) => column.key)]).toEqual([language, keys])
  })
  it('does not mind accents, case, dashes, line breaks and how an office calls it', () => {
    const header = findHeader(rows(['  TEN PHONG ', 'Cơ quan\nchủ quản', 'số hiệu', 'Số VILAS:', 'E-mail']))
    expect(header?.columns.map((column) => column.key)).toEqual(['nameVi', 'owner', 'codes', 'codes', 'email'])
  })
  it('leaves what it does not know unnamed', () => {
    expect(findHeader(rows(['Tên phòng', 'Diện tích', null]))?.columns).toEqual([
      { heading: 'Tên phòng', key: 'nameVi' },
      { heading: 'Diện tích', key: null },
      { heading: '', key: null },
    ])
  })
  it('takes the row that names most, not a title that happens to read like a heading', () => {
    expect(findHeader(rows(['Phòng thí nghiệm'], ['Tên phòng', 'Mã số'], ['Địa chỉ', 'Email', 'Website']))?.at).toBe(1)
  })
  it('looks at the first 20 rows only, and needs the name or the record id', () => {
    const blank = Array.from({ length: 20 }, () => ['x'])
    expect(findHeader(rows(...blank, ['Tên phòng', 'Mã số']))).toBeNull()
    expect(findHeader(rows(...blank.slice(1), ['Tên phòng', 'Mã số']))?.at).toBe(19)
    expect(findHeader(rows(['Địa chỉ', 'Email']))).toBeNull()
    expect(findHeader(rows(['Mã bản ghi', 'Email']))?.at).toBe(0)
  })
})

describe('headerScore', () => {
  it('counts different columns of the form in the best row', () => {
    expect(headerScore([['a'], ['Tên phòng', 'Tên phòng', 'Mã số']], 'registry')).toBe(2)
    expect(headerScore([], 'registry')).toBe(0)
  })
})
