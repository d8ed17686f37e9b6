// Sổ Quảng Ninh, the laboratories that are only spoken of: claims are statements, never decisions.
import { describe, expect, it } from 'vitest'
import articleText from '../../db/data/000_13d45e44ca1d9fae.txt?raw'
import labsCsv from '../../db/data/quang-ninh-labs.csv?raw'
import { listLabs } from '../../db/store/labs'
import { page, quangNinh } from '../support/quang-ninh'
import { DAY } from '../support/register'

const claimed = [
  'Chi cục Tiêu chuẩn',
  'giống thuỷ sản',
  'Ứng dụng và thống kê',
  'của CDC Quảng Ninh',
  'Phòng xét nghiệm Trung tâm Kiểm soát',
  'Huyết học',
  'Khoa Sinh hóa',
  'Đa khoa tỉnh',
  'Thụy Điển',
]

describe('what is only claimed', () => {
  it.each(claimed)('%s: a statement without decision, so the status is unknown', async (part) => {
    const lab = page(await quangNinh(), part)
    expect(lab).toMatchObject({ status: 'unknown', expiry: null })
    expect(lab.accreditations).toHaveLength(1)
    expect(lab.accreditations[0]).toMatchObject({ decisions: [], status: { reason: 'no_decision' } })
    expect(lab.statements.length).toBeGreaterThan(0)
    expect(lab.flags).toEqual(expect.arrayContaining(['claimed_only', 'unverified']))
    for (const said of lab.statements) {
      expect(said.quote).toContain(said.value)
      expect(said.saidOn).toBeNull()
      expect(labsCsv.replaceAll('""', '"')).toContain(said.quote)
    }
  })
  it('quotes the article word for word', async () => {
    const db = await quangNinh()
    const quotes = db.prepare<[], { quote: string }>(`SELECT quote FROM statement WHERE source LIKE 'article %'`).all()
    expect(quotes).toHaveLength(12)
    for (const { quote } of quotes) expect(articleText.normalize('NFC')).toContain(quote)
  })
  it('keeps the code with a colon as printed and finds it in any spelling', async () => {
    const db = await quangNinh()
    expect(page(db, 'giống thuỷ sản').accreditations[0]!.code).toEqual({ raw: 'VILAS: 512', canonical: 'VILAS 512' })
    for (const text of ['VILAS 512', 'vilas-0512', 'thuy san', 'thủy sản'])
      expect(listLabs(db, { text }, DAY).total, text).toBe(1)
  })
  it('flags the editions that are no longer recognised, from the day after their last', async () => {
    const db = await quangNinh()
    const withdrawn = (day: string) => listLabs(db, { flag: 'edition_withdrawn', limit: 100 }, day).total
    expect([
      withdrawn('2021-06-01'),
      withdrawn('2021-06-02'),
      withdrawn('2025-12-06'),
      withdrawn('2025-12-07'),
    ]).toEqual([0, 3, 3, 8])
  })
  it('leaves “IEC 17025” as printed: no edition, no standard, no scheme', async () => {
    const db = await quangNinh()
    const [accreditation] = page(db, 'Ứng dụng và thống kê').accreditations
    expect(accreditation).toMatchObject({
      scheme: null,
      code: null,
      standards: [{ title: 'IEC 17025', printed: 'IEC 17025', lastDay: null }],
    })
    expect(listLabs(db, { scheme: 'none', limit: 100 }, DAY).total).toBe(4)
  })
  it('keeps both statements on Sản Nhi’s haematology and warns that they disagree', async () => {
    const db = await quangNinh()
    const lab = page(db, 'Huyết học')
    expect(lab.accreditations[0]).toMatchObject({
      scheme: { key: 'AOSC' },
      issuer: { name: 'Văn phòng Công nhận năng lực đánh giá sự phù hợp về tiêu chuẩn chất lượng' },
      code: { raw: 'VILAS MED 131', canonical: 'VILAS MED 131' },
    })
    expect(Object.fromEntries(lab.statements.map((said) => [said.attribute, said.value]))).toEqual({
      code: 'VILAS MED 131',
      standard: 'ISO 15189:2012',
      issuer: 'Văn phòng công nhận năng lực đánh giá sự phù hợp (AOSC)',
      effective: 'Tháng 12/2020',
    })
    expect(lab.flags).toContain('scheme_issuer_disagree')
    expect(listLabs(db, { flag: 'scheme_issuer_disagree' }, DAY).total).toBe(1)
  })
  it('does not take the technical centre for the holder of VILAS 185', async () => {
    const lab = page(await quangNinh(), 'Trung tâm kỹ thuật')
    expect(lab).toMatchObject({
      accreditations: [],
      owner: null,
      kind: null,
      status: 'unknown',
      website: 'https://quangninh.tcvn.gov.vn',
    })
    expect(lab.note).toContain('không tự gộp')
  })
})
