// The practice register: exact counts on its day at any seed, the same register for the same seed, plausible words, nothing mistakable for real.
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LabQuery } from '../../db/model/inputs'
import { fillRegister } from '../../db/registers/index'
import type { WriteDb } from '../../db/store/database'
import { listLabs } from '../../db/store/labs'
import { setLocal } from '../../db/store/local'
import { scratchRegister } from '../../db/store/open'
import { overview } from '../../db/store/overview'
import { listScope } from '../../db/store/scope'
import { emptyRegister, NOW } from '../support/register'
import { livingTables } from '../support/living'
import { expectReplayGivesTables } from '../support/tables'

interface Wanted {
  labs?: number
  seed?: number
  day?: string
}

async function make({ labs, seed, day = '2026-11-23' }: Wanted, db = emptyRegister()): Promise<WriteDb> {
  await fillRegister(db, { kind: 'sample', actor: 'an', now: NOW, day, labs, seed })
  return db
}

const count = (db: WriteDb, query: LabQuery, day: string) => listLabs(db, { ...query, limit: 1 }, day).total
const one = (db: WriteDb, sql: string): number => db.prepare<[], number>(sql).pluck().get()!

/** Laboratories of the promised kinds on the day. */
function promised(db: WriteDb, day: string) {
  const overviewed = overview(db, day)
  const statuses = Object.fromEntries(overviewed.byStatus.map((row) => [row.status, row.labs]))
  const within = Object.fromEntries(overviewed.expiring.map((row) => [row.within, row.labs]))
  const sites = (sql: string) => one(db, `SELECT count(*) FROM (${sql})`)
  return {
    statuses,
    within,
    twoSchemes: sites(
      'SELECT c.laboratory_rid FROM coverage c JOIN accreditation a ON a.rid = c.accreditation_rid GROUP BY 1 HAVING count(DISTINCT a.scheme_rid) = 2',
    ),
    threeSites: sites('SELECT laboratory_rid FROM site GROUP BY 1 HAVING count(*) = 3'),
    monthOnly: count(db, { flag: 'date_imprecise' }, day),
    withdrawnEdition: count(db, { flag: 'edition_withdrawn' }, day),
    sharedCode: count(db, { flag: 'code_shared' }, day),
  }
}

const mix = (blocks: number) => ({
  statuses: {
    valid: 12 * blocks,
    expiring: 6 * blocks,
    expired: 4 * blocks,
    suspended: 2 * blocks,
    partly_suspended: 2 * blocks,
    withdrawn: 2 * blocks,
    unknown: 2 * blocks,
    not_accredited: 2 * blocks,
  },
  within: { 30: 2 * blocks, 60: expect.any(Number) as number, 90: 6 * blocks, 180: 6 * blocks },
  twoSchemes: 4 * blocks,
  threeSites: 3 * blocks,
  monthOnly: 4 * blocks,
  withdrawnEdition: 3 * blocks,
  sharedCode: 2 * blocks,
})

describe('the mix of a sample', () => {
  it.each([
    [1, '2026-11-23'],
    [2, '2026-11-23'],
    [7, '2027-02-28'],
    [20261123, '2024-02-29'],
    [-5, '2030-12-31'],
    [99, '2023-07-01'],
  ])('with seed %i on %s is exactly as promised', async (seed, day) => {
    expect(promised(await make({ seed, day }), day)).toEqual(mix(1))
  })
  it('keeps its proportions at three times the size', async () => {
    expect(promised(await make({ labs: 96, seed: 3 }), '2026-11-23')).toEqual(mix(3))
  })
  it('is spread over all statuses in a small register', async () => {
    const db = await make({ labs: 12, seed: 4 })
    const statuses = overview(db, '2026-11-23').byStatus.filter((row) => row.labs > 0)
    expect(statuses.length).toBeGreaterThanOrEqual(6)
    expect(count(db, {}, '2026-11-23')).toBe(12)
  })
  it('never lets a laboratory share a code with a stranger when its partner is left out', async () => {
    for (const labs of [1, 2, 3, 5, 31]) {
      const db = await make({ labs, seed: labs })
      const owners = one(
        db,
        `SELECT count(*) FROM accreditation a JOIN accreditation b ON b.code_key = a.code_key AND b.rid > a.rid WHERE a.code_key <> '' AND a.organization_rid <> b.organization_rid`,
      )
      expect([count(db, {}, '2026-11-23'), owners]).toEqual([labs, 0])
    }
  })
  it('answers with certainty on its day: no laboratory stands on an open month', async () => {
    const db = await make({ seed: 5 })
    expect(
      one(
        db,
        `SELECT count(*) FROM status_span WHERE from_day <= '2026-11-23' AND to_day >= '2026-11-23' AND certain = 0`,
      ),
    ).toBe(0)
  })
})

describe('a sample', () => {
  const day = '2026-11-23'
  let db: WriteDb
  beforeAll(async () => {
    const scratch = scratchRegister()
    setLocal(scratch, 'replica', uuidv7())
    db = await make({ seed: 11 }, scratch)
  })
  afterAll(() => {
    db.close()
  })

  it('is the same register, ids included, for the same seed and day', async () => {
    const [first, second, other] = [
      await make({ labs: 40, seed: 8 }),
      await make({ labs: 40, seed: 8 }),
      await make({ labs: 40, seed: 9 }),
    ]
    expect(livingTables(first)).toBe(livingTables(second))
    expect(livingTables(first)).not.toBe(livingTables(other))
  })
  it('is replayed from its log to the last derived column and indexed word', () => {
    expectReplayGivesTables(db)
  })
  it('has about 40 lines in force for each accredited laboratory, in Vietnamese and English', () => {
    for (const row of listLabs(db, { limit: 32 }, day).rows.filter(
      (each) => !['unknown', 'not_accredited'].includes(each.status),
    )) {
      const { rows, total } = listScope(db, { laboratory: row.id, limit: 1000 }, day)
      expect(total, row.nameVi).toBeGreaterThanOrEqual(30)
      expect(total, row.nameVi).toBeLessThanOrEqual(115)
      for (const line of rows)
        expect([line.matrixVi, line.matrixEn, line.testVi, line.testEn, line.range, line.method]).not.toContain(null)
    }
    const average = one(db, 'SELECT count(*) FROM scope_line') / 32
    expect(average).toBeGreaterThan(34)
    expect(average).toBeLessThan(56)
  })
  it('says of every laboratory, owner and person that it is made up', () => {
    for (const table of ['laboratory_name', 'organization_name']) {
      expect(
        one(db, `SELECT count(*) FROM ${table} WHERE vi NOT LIKE '%Mẫu%(hư cấu)' OR en NOT LIKE 'Sample%(fictional)'`),
        table,
      ).toBe(0)
    }
    expect(one(db, `SELECT count(*) FROM signatory WHERE name NOT LIKE '% Mẫu %'`)).toBe(0)
    expect(
      one(db, `SELECT count(*) FROM laboratory WHERE email NOT LIKE '%.example' OR phone NOT LIKE '0203 000 %'`),
    ).toBe(0)
  })
  it('prints codes that are read back, from where no real number is', () => {
    expect(
      one(
        db,
        `SELECT count(*) FROM accreditation WHERE code_printed IS NOT NULL AND (code IS NULL OR code_scheme IS NULL)`,
      ),
    ).toBe(0)
    expect(
      one(
        db,
        `SELECT count(*) FROM accreditation a JOIN scheme s ON s.rid = a.scheme_rid WHERE a.code_scheme <> s.key`,
      ),
    ).toBe(0)
    expect(
      one(
        db,
        `SELECT count(*) FROM accreditation WHERE code LIKE 'VILAS %' AND code < 'VILAS 9000' AND code NOT LIKE 'VILAS MED%'`,
      ),
    ).toBe(0)
  })
  it('raises no flag that the mix does not promise', () => {
    const verify = Object.fromEntries(overview(db, day).verify.map((row) => [row.flag, row.labs]))
    expect(verify).toEqual({
      edition_withdrawn: 3,
      claimed_only: 2,
      unverified: 2,
      date_imprecise: 4,
      code_missing: 2,
      code_shared: 2,
      // one visit in ten is planned and not made; the annexes of issue 4.24 name no signatory
      surveillance_overdue: 4,
      signatories_missing: 6,
    })
  })
  it('has the papers of several years: renewals, extensions, signatories, surveillance, evidence', () => {
    const kinds = db.prepare<[], string>('SELECT DISTINCT kind FROM decision_act').pluck().all()
    expect(kinds).toEqual(
      expect.arrayContaining([
        'grant',
        'renewal',
        'extension',
        'suspension',
        'withdrawal',
        'change_name',
        'edition_transition',
      ]),
    )
    for (const table of ['signatory', 'signatory_scope', 'surveillance', 'act_line', 'annex', 'evidence'])
      expect(one(db, `SELECT count(*) FROM ${table}`), table).toBeGreaterThan(4)
    expect(
      one(db, `SELECT count(*) FROM decision d WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.record = d.id)`),
    ).toBe(0)
    expect(one(db, 'SELECT count(*) FROM scope_line WHERE continues_rid IS NOT NULL')).toBeGreaterThan(10)
    expect(one(db, `SELECT count(*) FROM decision_act WHERE expiry_last < effective_first`)).toBe(0)
    expect(one(db, `SELECT count(*) FROM decision_act WHERE effective_first < '2022-11-23'`)).toBeGreaterThan(10)
  })
  it('is written in one set per 32 laboratories and reports progress', async () => {
    const seen: number[][] = []
    const own = emptyRegister()
    await fillRegister(own, { kind: 'sample', actor: 'an', now: NOW, day, labs: 70, seed: 6 }, (done, total) =>
      seen.push([done, total]),
    )
    expect(seen).toEqual([
      [32, 70],
      [64, 70],
      [70, 70],
    ])
    expect(one(own, 'SELECT count(*) FROM change_set')).toBe(4)
    expect(one(own, 'SELECT max(n) FROM (SELECT count(*) AS n FROM change GROUP BY commit_seq)')).toBeLessThan(6000)
  })
})
