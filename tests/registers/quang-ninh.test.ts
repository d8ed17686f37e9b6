// Sổ Quảng Ninh: what the published pages and the article prove, no more: one paper per decision, claims as statements, evidence on all.
import { describe, expect, it } from 'vitest'
import articleText from '../../db/data/000_13d45e44ca1d9fae.txt?raw'
import labsCsv from '../../db/data/quang-ninh-labs.csv?raw'
import type { LabPage } from '../../db/model/shapes/lab'
import { fillRegister } from '../../db/registers/index'
import { QUANG_NINH } from '../../db/registers/quang-ninh'
import type { WriteDb } from '../../db/store/database'
import { labPage } from '../../db/store/lab-page'
import { listLabs } from '../../db/store/labs'
import { overview } from '../../db/store/overview'
import { DAY, emptyRegister, NOW } from '../support/register'
import { expectReplayGivesTables } from '../support/tables'

async function quangNinh(): Promise<WriteDb> {
  const db = emptyRegister()
  await fillRegister(db, { kind: 'quang-ninh', actor: 'an', now: NOW, day: DAY })
  return db
}

/** The page of the one laboratory whose name contains `part`. */
function page(db: WriteDb, part: string, day = DAY): LabPage {
  const rows = listLabs(db, { limit: 100 }, day).rows.filter((row) => row.nameVi.includes(part))
  expect(rows.map((row) => row.nameVi)).toHaveLength(1)
  return labPage(db, rows[0]!.id, day)
}

const B12 = 'Xăng dầu B12'
const VINACONTROL = 'Vinacontrol'
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

describe('Sổ Quảng Ninh', () => {
  it('holds the 12 published laboratories of 9 owners', async () => {
    const db = await quangNinh()
    const names = labsCsv
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => /^(?:"([^"]+)"|([^,]+))/.exec(line))
    const rows = listLabs(db, { limit: 100 }, DAY).rows
    expect(new Set(rows.map((row) => row.nameVi))).toEqual(new Set(names.map((found) => found![1] ?? found![2])))
    expect(rows).toHaveLength(12)
    expect(db.prepare('SELECT count(*) AS n FROM organization').get()).toEqual({ n: 9 })
  })
  it('lets CDC and Sản Nhi each own two laboratories', async () => {
    const db = await quangNinh()
    const owner = (part: string) => page(db, part).owner
    expect(owner('của CDC')).toEqual(owner('Phòng xét nghiệm Trung tâm Kiểm soát'))
    expect(owner('Huyết học')).toEqual(owner('Khoa Sinh hóa'))
    expect(owner('Huyết học')).toMatchObject({ name: 'Bệnh viện Sản Nhi Quảng Ninh', sector: 'health' })
    expect(owner('Chi cục Tiêu chuẩn')).toMatchObject({
      name: 'Chi cục Tiêu chuẩn Đo lường Chất lượng',
      sector: 'st_public',
    })
  })
  it('counts what can be proved: 12 with a source, 5 of them VILAS', async () => {
    expect(overview(await quangNinh(), DAY).provable).toEqual({ sourced: 12, vilas: 5 })
  })
  it('has the statuses of 23/11/2026: two end within 180 days, ten are unknown', async () => {
    const counts = overview(await quangNinh(), DAY).byStatus.filter((row) => row.labs > 0)
    expect(counts).toEqual([
      { status: 'expiring', labs: 2 },
      { status: 'unknown', labs: 10 },
    ])
  })
  it('is replayed from its log to the last derived column', async () => {
    expectReplayGivesTables(await quangNinh())
  })
  it('is the same records each time', async () => {
    const ids = (db: WriteDb) => db.prepare('SELECT entity, record, value FROM change ORDER BY rid').all()
    expect(ids(await quangNinh())).toEqual(ids(await quangNinh()))
  })
})

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
  it('is flagged: imprecise date, no edition printed, not verified', async () => {
    expect(page(await quangNinh(), B12).flags.sort()).toEqual(['date_imprecise', 'edition_missing', 'unverified'])
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

describe('evidence', () => {
  it('stands behind every record that the loader makes', async () => {
    const db = await quangNinh()
    const made = db.prepare<[], { entity: string; record: string }>(
      `SELECT entity, record FROM change WHERE commit_seq = 2 AND entity NOT IN ('evidence', 'statement')`,
    )
    const cited = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM evidence WHERE record = ?')
    expect(made.all().length).toBeGreaterThan(100)
    expect(made.all().filter(({ record }) => cited.get(record)!.n === 0)).toEqual([])
  })
  it('names page or article, quotes it and is not verified', async () => {
    const db = await quangNinh()
    const rows = db.prepare<[], Record<string, string>>('SELECT DISTINCT kind, certainty, source FROM evidence').all()
    expect(new Set(rows.map((row) => row['certainty']))).toEqual(new Set(['unverified']))
    for (const { kind, source } of rows)
      expect(source).toMatch(kind === 'article' ? /^article 000_13d45e44ca1d9fae\.txt$/ : /^https?:\/\//)
    expect(db.prepare('SELECT count(*) AS n FROM evidence WHERE excerpt IS NULL').get()).toEqual({ n: 0 })
  })
  it('keeps the printed owner where the department above it was split off', async () => {
    const db = await quangNinh()
    const notes = db.prepare(`SELECT DISTINCT note FROM evidence WHERE note LIKE 'Tệp nguồn ghi%' ORDER BY note`)
    expect(notes.pluck().all()).toEqual([
      'Tệp nguồn ghi: “Chi cục Tiêu chuẩn Đo lường Chất lượng – Sở KH&CN tỉnh Quảng Ninh”',
      'Tệp nguồn ghi: “Trung tâm KHKT và sản xuất giống thuỷ sản – Sở NN&PTNT tỉnh Quảng Ninh”',
      'Tệp nguồn ghi: “Trung tâm Ứng dụng và thống kê – Sở KH&CN tỉnh Quảng Ninh”',
    ])
  })
})

describe('the published figures', () => {
  it('are statements about the register, with their quote and without a day', async () => {
    const db = await quangNinh()
    const { published } = overview(db, DAY)
    expect(published.map(({ attribute, value, subject, saidOn }) => [attribute, value, subject, saidOn])).toEqual([
      ['figure.labs_las_vilas', '32', QUANG_NINH, null],
      ['figure.labs_st_organizations', '6', QUANG_NINH, null],
      ['figure.labs_customs', '1', QUANG_NINH, null],
      ['figure.labs_international', '3', QUANG_NINH, null],
    ])
    for (const { quote } of published) expect(articleText.normalize('NFC')).toContain(quote)
  })
  it('come with the doubt about “trong đó”', async () => {
    const db = await quangNinh()
    const doubt = db
      .prepare(
        `SELECT e.note FROM evidence e JOIN statement s ON s.id = e.record WHERE s.attribute = 'figure.labs_international'`,
      )
      .pluck()
    expect(doubt.get()).toContain('3 trong 32 hoặc 3 trong cả 39 phòng')
  })
})
