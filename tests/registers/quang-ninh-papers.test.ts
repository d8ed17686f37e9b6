// Sổ Quảng Ninh, the two laboratories whose papers were published: one paper per decision, dates as printed.
import { describe, expect, it } from 'vitest'
import { page, quangNinh } from '../support/quang-ninh'

const B12 = 'Xăng dầu B12'
const VINACONTROL = 'Vinacontrol'

describe('B12', () => {
  it('starts in November 2023 without a day and ends on 25/11/2026', async () => {
    const [accreditation] = page(await quangNinh(), B12).accreditations
    expect(accreditation).toMatchObject({
      scheme: { key: 'VILAS' },
      issuer: { name: expect.stringContaining('Công nhận') },
      code: { raw: 'VILAS 016', canonical: 'VILAS 016' },
    })
    const [decision] = accreditation!.decisions
    expect(decision).toMatchObject({
      kind: 'QD',
      number: null,
      signed: { iso: '2023-11', printed: 'ngày tháng 11 năm 2023' },
    })
    expect(decision!.acts).toMatchObject([
      {
        kind: 'recognition',
        effectiveDate: { iso: '2023-11', printed: '/ 11 / 2023' },
        expiryDate: { iso: '2026-11-25', printed: '25/ 11 / 2026' },
      },
    ])
    expect(decision!.annexes).toMatchObject([{ form: 'AFL 01/12', issue: '3.00', lines: 0 }])
  })
  it('ends in two days on 23/11/2026, is still valid on its last day and expired on the next', async () => {
    const db = await quangNinh()
    expect(page(db, B12)).toMatchObject({ status: 'expiring', daysLeft: 2, window: 30, expiry: '2026-11-25' })
    expect(page(db, B12, '2026-11-25')).toMatchObject({ status: 'expiring', daysLeft: 0 })
    expect(page(db, B12, '2026-11-26')).toMatchObject({ status: 'expired' })
  })
  it('is not called “not accredited” before: the page does not say first or again', async () => {
    expect(page(await quangNinh(), B12, '2022-01-01').status).toBe('unknown')
  })
  it('keeps its telephone as printed, with the old area code', async () => {
    expect(page(await quangNinh(), B12).phone).toBe('033 3846360; Fax 033 3846349')
  })
  it('lies in the old ward that its address names, in no new one', async () => {
    const { sites } = page(await quangNinh(), B12)
    expect(sites).toMatchObject([
      {
        address: 'Khu 1, Phường Bãi Cháy, Thành phố Hạ Long, Tỉnh Quảng Ninh',
        unit: null,
        oldUnit: { name: 'Phường Bãi Cháy' },
      },
    ])
  })
  it('is flagged: imprecise date, no edition printed, no signatory recorded, not verified', async () => {
    expect(page(await quangNinh(), B12).flags.sort()).toEqual([
      'date_imprecise',
      'edition_missing',
      'signatories_missing',
      'unverified',
    ])
  })
})

describe('Vinacontrol', () => {
  it('is one accreditation without a code for three sites, valid until 24/02/2027', async () => {
    const db = await quangNinh()
    const lab = page(db, VINACONTROL)
    expect(lab.accreditations).toHaveLength(1)
    const [accreditation] = lab.accreditations
    expect(accreditation).toMatchObject({ code: null, scheme: { key: 'VILAS' }, standards: [], fields: [] })
    expect(accreditation!.covers.map((cover) => cover.site?.id)).toEqual(lab.sites.map((site) => site.id))
    expect(lab).toMatchObject({ status: 'expiring', expiry: '2027-02-24', daysLeft: 93, window: 180 })
    expect(page(db, VINACONTROL, '2026-08-01')).toMatchObject({ status: 'valid', window: null })
    expect(page(db, VINACONTROL, '2027-02-25').status).toBe('expired')
  })
  it('stands in Hạ Long, Cẩm Phả and Uông Bí; the head office belongs to the owner', async () => {
    const lab = page(await quangNinh(), VINACONTROL)
    expect(lab.sites.map(({ label, address, unit, oldUnit }) => [label, address, unit, oldUnit?.name])).toEqual([
      [
        'Địa điểm 1',
        'Lô A12, Cụm CN tàu thủy Cái Lân, P. Giếng Đáy, TP. Hạ Long, T. Quảng Ninh',
        null,
        'Phường Giếng Đáy',
      ],
      ['Địa điểm 2', 'Số 588 Lý Thường Kiệt, P. Cửa Ông, TP. Cẩm Phả, T. Quảng Ninh', null, 'Phường Cửa Ông'],
      ['Địa điểm 3', 'Tổ 23 khu 7 phố Quang Trung, TX. Uông Bí, T. Quảng Ninh', null, 'Thành phố Uông Bí'],
    ])
    expect(lab.owner).toMatchObject({
      name: 'Công ty cổ phần Tập đoàn Vinacontrol',
      address: '54 Trần Nhân Tông, Q. Hai Bà Trưng, TP. Hà Nội',
    })
  })
  it('was signed in January 2025 by a decision with blank number and day', async () => {
    const [decision] = page(await quangNinh(), VINACONTROL).accreditations[0]!.decisions
    expect(decision).toMatchObject({
      number: null,
      signed: { iso: '2025-01' },
      annexes: [{ form: 'AFL 01/12', issue: '4.24' }],
    })
    expect(decision!.acts).toMatchObject([
      { kind: 'recognition', effectiveDate: { iso: '2025-01' }, expiryDate: { iso: '2027-02-24' } },
    ])
  })
})
