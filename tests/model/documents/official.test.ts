// The form of official papers (Nghị định 30/2020/NĐ-CP): zeroes in dates, who signs and how, who gets the paper, its number.
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../db/model/dates/partial'
import { officialDay, yearBefore } from '../../../db/model/documents/dates'
import { letterhead, missingFacts, numberLine, recipients, signingLines } from '../../../db/model/documents/office'

describe('a day on an official paper', () => {
  it('has a zero before days below 10 and before the months 1 and 2, on every day of a leap year', () => {
    let day = '2028-01-01'
    for (let count = 0; count < 366; count += 1, day = addDays(day, 1)) {
      const [year, month, date] = day.split('-')
      // days keep their zero; only January and February keep that of their month
      const written = month === '01' || month === '02' ? month : month!.replace(/^0/, '')
      expect(officialDay(day)).toBe(`ngày ${date} tháng ${written} năm ${year}`)
    }
    expect(day).toBe('2029-01-01')
  })

  it.each([
    ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
    ['2026-03-05', 'ngày 05 tháng 3 năm 2026'],
    ['2026-01-31', 'ngày 31 tháng 01 năm 2026'],
    ['2026-09-09', 'ngày 09 tháng 9 năm 2026'],
    ['2026-11-23', 'ngày 23 tháng 11 năm 2026'],
  ])('%s is “%s”', (day, words) => {
    expect(officialDay(day)).toBe(words)
  })

  it.each([
    ['2026-11-23', '2025-11-23'],
    ['2028-02-29', '2027-02-28'],
    ['2027-02-28', '2026-02-28'],
    ['1000-01-01', '0999-01-01'],
  ])('%s is compared with %s', (day, before) => {
    expect(yearBefore(day)).toBe(before)
  })
})

describe('the office', () => {
  const office = {
    parent_agency: 'Ủy ban nhân dân tỉnh Quảng Ninh',
    department: 'Sở Khoa học và Công nghệ',
    document_symbol: 'SKHCN',
    unit_symbol: 'TĐC',
    place: 'Quảng Ninh',
    head_title: 'Giám đốc',
    signatory_title: 'Phó Giám đốc',
    signatory: 'Nguyễn Văn Ví Dụ',
  }

  it('signs as its head in one line, and for its head in two', () => {
    expect(signingLines(office)).toEqual(['GIÁM ĐỐC'])
    expect(signingLines({ ...office, signing_form: 'kt' })).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'])
    const chief = { ...office, signatory_title: 'Trưởng phòng Quản lý khoa học' }
    expect(signingLines({ ...chief, signing_form: 'tl' })).toEqual(['TL. GIÁM ĐỐC', 'TRƯỞNG PHÒNG QUẢN LÝ KHOA HỌC'])
    expect(signingLines({ ...chief, signing_form: 'tuq' })[0]).toBe('TUQ. GIÁM ĐỐC')
  })

  it('stands in capitals with its marks, the agency above it broken before its province', () => {
    expect(letterhead(office)).toEqual({
      parent: 'ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NINH',
      office: 'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
      place: 'Quảng Ninh',
    })
  })

  it('numbers a report by its type and a letter by its unit, leaving the number to be written', () => {
    expect(numberLine(office, 'BC')).toBe('Số:        /BC-SKHCN')
    expect(numberLine(office, null)).toBe('Số:        /SKHCN-TĐC')
    expect(numberLine({ document_symbol: 'SKHCN' }, null)).toBe('Số:        /SKHCN')
  })

  it('sends its papers to each place in a line of its own, the last one ended by a full stop', () => {
    expect(recipients({ recipients: '- Như trên; UBND tỉnh (để b/c);\nLưu: VT, TĐC.' })).toEqual([
      '- Như trên;',
      '- UBND tỉnh (để b/c);',
      '- Lưu: VT, TĐC.',
    ])
    expect(recipients({})).toEqual(['- Lưu: VT.'])
  })

  it('leaves dots for what nobody has entered and makes nothing up', () => {
    expect(missingFacts(office)).toEqual([])
    expect(missingFacts({ department: ' ' })).toEqual([
      'department',
      'document_symbol',
      'place',
      'head_title',
      'signatory',
    ])
    expect(Object.values(letterhead({}))).toEqual(['', '……………', '……………'])
    expect(signingLines({ signing_form: 'kt' })).toEqual(['KT. ……………', '……………'])
  })
})
