// What leaves the register besides lists: the calendar of ends, the whole register as JSON, and the public extract.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { exportCalendar } from '../../db/exchange/outward/calendar'
import { dumped, dumpRegister } from '../../db/exchange/outward/dump'
import { exportExtract } from '../../db/exchange/outward/extract'
import { sheetNames, sheetRows } from '../../db/exchange/spreadsheet'
import { unwatched } from '../../db/jobs/job'
import type { EntityName } from '../../db/model/entities'
import { ridOf } from '../../db/store/columns'
import { prepare } from '../../db/store/database'
import { deriveAll } from '../../db/store/derive'
import { fingerprint } from '../../db/store/log'
import { insertRow } from '../../db/store/rows'
import { writeSet, type Tx } from '../../db/store/write'
import { livingTables } from '../support/living'
import { addAccreditation, addLab, DAY, emptyRegister, NOW, temporaryFolder } from '../support/register'
import { quangNinhFile } from './support'

const PLACE = { day: DAY, now: NOW, language: 'vi', version: '0' } as const

/** The province's register, with what `fill` adds. */
async function filled(fill: (tx: Tx) => void = () => undefined) {
  const register = await quangNinhFile()
  writeSet(register.db, { actor: 'an', now: NOW }, fill)
  return register
}

describe('the calendar', () => {
  async function calendar(fill?: (tx: Tx) => void, remind: readonly number[] = [90, 7, 0]): Promise<string[][]> {
    const register = await filled(fill)
    const path = join(temporaryFolder(), 'han.ics')
    const { rows, cells } = await exportCalendar({ ...PLACE, register: register.file, path, remind }, unwatched)
    const text = readFileSync(path, 'utf8')
    const lines = text.split('\r\n')
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
    const whole = text.replaceAll('\r\n ', '').split('\r\n')
    const starts = whole.flatMap((line, at) => (line === 'BEGIN:VEVENT' ? [at] : []))
    expect(rows).toBe(starts.length)
    expect(cells).toBe(whole.filter((line) => line === 'BEGIN:VALARM').length)
    return starts.map((at) => whole.slice(at, whole.indexOf('END:VEVENT', at)))
  }
  const of = (events: string[][], words: string) => events.filter((event) => event.some((line) => line.includes(words)))

  it('has the ends of the province’s accreditations that live, and reminds at eight in the morning', async () => {
    const events = await calendar()
    const ends = events.filter((event) => event.some((line) => line.startsWith('UID:expiry.')))
    expect(ends).toHaveLength(2)
    const [b12] = of(ends, 'DTSTART;VALUE=DATE:20261125')
    expect(b12).toContain('DTEND;VALUE=DATE:20261126')
    expect(b12!.filter((line) => line.startsWith('TRIGGER'))).toEqual([
      'TRIGGER;RELATED=START:-P89DT16H',
      'TRIGGER;RELATED=START:-P6DT16H',
      'TRIGGER;RELATED=START:PT8H',
    ])
    expect(b12!.find((line) => line.startsWith('DESCRIPTION:Hiệu lực đến hết ngày 25/11/2026.'))).toBeTruthy()
  })
  it('keeps the name of each event, gives an imprecise end all its days, and nothing to what has no end or has ended', async () => {
    const fill = (tx: Tx): void => {
      const add = (name: string, expiry: string): string =>
        addAccreditation(tx, addLab(tx, name).lab, name, [
          { kind: 'grant', effective: { iso: '2024-01-01' }, expiry: { iso: expiry } },
        ])
      const month = add('Phòng Tháng (hư cấu)', '2027-02')
      tx.create('surveillance', { accreditation: month, due: { iso: '2026-12' } })
      add('Phòng Vô hạn (hư cấu)', 'none')
      add('Phòng Đã hết (hư cấu)', '2026-11-22')
    }
    const events = await calendar(fill)
    const [visit, end] = of(events, 'Phòng Tháng (hư cấu)')
    expect(visit).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20270101']))
    expect(end).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20270201', 'DTEND;VALUE=DATE:20270301']))
    expect(of(events, 'Phòng Vô hạn (hư cấu)')).toEqual([])
    expect(of(events, 'Phòng Đã hết (hư cấu)')).toEqual([])
    const names = events.map((event) => event.find((line) => line.startsWith('UID:')))
    expect(new Set(names).size).toBe(names.length)
  })
})

interface Dump {
  register: { fingerprint: string }
  counts: Record<string, number>
  schema: Record<EntityName, object>
  records: Record<EntityName, (Record<string, unknown> & { id: string })[]>
  sha256: string
}

/** What the last key says must be the SHA-256 of every byte above it. */
const isWhole = (text: string): boolean => {
  const at = text.lastIndexOf('"sha256":"')
  return createHash('sha256').update(text.slice(0, at)).digest('hex') === text.slice(at + 10, at + 74)
}

describe('the whole register as JSON', () => {
  async function dump() {
    const register = await filled((tx) => {
      const { lab } = addLab(tx, 'Phòng Vứt (hư cấu)')
      tx.change('laboratory', lab, { trashedAt: NOW })
      tx.create('account', { name: 'an', role: 'clerk' })
    })
    const path = join(temporaryFolder(), 'so.json')
    const told = await dumpRegister({ ...PLACE, register: register.file, path }, unwatched)
    const text = readFileSync(path, 'utf8')
    return { register, text, told, found: JSON.parse(text) as Dump }
  }

  it('filled into an empty register gives the same living tables', async () => {
    const { register, found, told } = await dump()
    const into = emptyRegister()
    into
      .transaction(() => {
        into.pragma('defer_foreign_keys = ON')
        const waiting = new Map(
          dumped.flatMap((entity) => found.records[entity].map((record) => [record.id, { entity, record }])),
        )
        const put = (id: string): void => {
          const next = waiting.get(id)
          if (next === undefined) return
          waiting.delete(id)
          const { id: _id, ...fields } = next.record
          for (const value of Object.values(fields)) if (typeof value === 'string') put(value)
          insertRow(into, { entity: next.entity, id, fields }, (entity, target) => ridOf(into, entity, target))
        }
        for (const id of waiting.keys()) put(id)
        deriveAll(into)
      })
      .immediate()
    prepare(register.db, 'DELETE FROM account').run()
    expect(livingTables(into)).toBe(livingTables(register.db))
    expect(told.rows).toBe(Object.values(found.counts).reduce((sum, count) => sum + count, 0))
    expect(found.register.fingerprint).toBe(fingerprint(register.db))
  })
  it('carries a schema that its records keep', async () => {
    const { found } = await dump()
    const ajv = new Ajv({ strict: false, validateFormats: false })
    for (const entity of dumped) {
      const holds = ajv.compile(found.schema[entity])
      for (const record of found.records[entity]) expect(holds(record) || [record, holds.errors]).toBe(true)
    }
  })
  it('proves by its last line that nothing in it was altered, and has no accounts', async () => {
    const { text, found } = await dump()
    expect(isWhole(text)).toBe(true)
    expect(isWhole(text.replace('Phòng Vứt', 'Phòng Vớt'))).toBe(false)
    expect(found.records).not.toHaveProperty('account')
  })
})

describe('the public extract', () => {
  const SECRET = [
    '0912 345 678',
    'rieng@vidu.invalid',
    'Lê Thị Quản (hư cấu)',
    'Trần Văn Ký (hư cấu)',
    'chỉ để trong nhà',
  ]
  async function extract(format: 'json' | 'csv' | 'xlsx') {
    const register = await filled((tx) => {
      const [phone, email, manager, name, note] = SECRET as [string, string, string, string, string]
      const { lab } = addLab(tx, 'Phòng Kín (hư cấu)')
      tx.change('laboratory', lab, { phone, email, manager, note })
      tx.create('site', { laboratory: lab, address: 'Số 1 phố Mẫu', phone, note, position: 'a' })
      const accreditation = addAccreditation(tx, lab, 'VILAS 999', [
        { kind: 'grant', effective: { iso: '2024-01-01' }, expiry: { iso: '2028-01-01' } },
      ])
      tx.change('accreditation', accreditation, { note })
      const act = prepare<[string], { id: string }>(
        tx.db,
        'SELECT t.id FROM decision_act t JOIN accreditation a ON a.rid = t.accreditation_rid WHERE a.id = ?',
      ).get(accreditation)!.id
      const annex = tx.create('annex', { act, note })
      tx.create('signatory', { annex, name })
      tx.create('scope_line', { annex, position: 'a', testVi: 'Xác định chì', inclusion: 'included', note })
    })
    const path = join(temporaryFolder(), `cong-khai.${format}`)
    const told = await exportExtract({ ...PLACE, register: register.file, path, format }, unwatched)
    return { path, told }
  }

  it('tells laboratories, decisions and scope as JSON, and nothing that is anybody’s own', async () => {
    const { path, told } = await extract('json')
    const text = readFileSync(path, 'utf8')
    const { laboratories } = JSON.parse(text) as {
      laboratories: {
        nameVi: string
        accreditations: { code: string; status: string; scope: { testVi: string }[] }[]
      }[]
    }
    expect(told.rows).toBe(laboratories.length)
    expect(laboratories.find((lab) => lab.nameVi === 'Phòng Kín (hư cấu)')).toMatchObject({
      sites: [{ address: 'Số 1 phố Mẫu' }],
      accreditations: [
        { code: 'VILAS 999', status: 'valid', expiry: '2028-01-01', scope: [{ testVi: 'Xác định chì' }] },
      ],
    })
    for (const secret of SECRET) expect(text).not.toContain(secret)
  })
  it.each(['csv', 'xlsx'] as const)('is a table as %s without those columns', async (format) => {
    const { path } = await extract(format)
    const bytes = readFileSync(path)
    let text = bytes.toString('utf8')
    if (format === 'xlsx') {
      const rows = []
      const [sheet] = await sheetNames(bytes)
      for await (const row of sheetRows(bytes, sheet!.name)) rows.push(row)
      text = JSON.stringify(rows)
    }
    expect(text).toContain('Phòng Kín (hư cấu)')
    for (const secret of SECRET) expect(text).not.toContain(secret)
  })
})

it('leaves the old file where the new one cannot be written', async () => {
  const register = await filled()
  const path = join(temporaryFolder(), 'so.json')
  writeFileSync(path, 'cũ')
  const stopping = {
    progress: () => undefined,
    check: () => {
      throw new Error('dừng')
    },
  }
  await expect(exportExtract({ ...PLACE, register: register.file, path, format: 'json' }, stopping)).rejects.toThrow(
    'dừng',
  )
  expect(readFileSync(path, 'utf8')).toBe('cũ')
})
