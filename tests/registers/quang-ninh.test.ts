// Sổ Quảng Ninh as a whole: what the published pages and the article prove, no more; every record with its evidence.
import { describe, expect, it } from 'vitest'
import articleText from '../../db/data/000_13d45e44ca1d9fae.txt?raw'
import labsCsv from '../../db/data/quang-ninh-labs.csv?raw'
import { QUANG_NINH } from '../../db/registers/quang-ninh'
import type { WriteDb } from '../../db/store/database'
import { listLabs } from '../../db/store/labs'
import { idOf } from '../../db/store/record-key'
import { overview } from '../../db/store/overview'
import { page, quangNinh } from '../support/quang-ninh'
import { DAY } from '../support/register'
import { expectReplayGivesTables } from '../support/tables'

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

describe('evidence', () => {
  it('stands behind every record that the loader makes', async () => {
    const db = await quangNinh()
    const made = db.prepare<[], { entity: string; record: string }>(
      `SELECT entity, ${idOf('record')} AS record FROM change WHERE commit_seq = 2 AND entity NOT IN ('evidence', 'statement')`,
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
