// Bringing a working copy back: what is an edit, what is a conflict, what is asked; rows added once, rows gone asked, one set, nothing twice.
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Tx } from '../../../db/store/write'
import { readRecord } from '../../../db/store/columns'
import { takeBack } from '../../../db/store/undo'
import { createRegister, type OpenRegister } from '../../../db/store/open'
import { fingerprint } from '../../../db/store/log'
import { loadReference } from '../../../db/registers/reference'
import { writeSet } from '../../../db/store/write'
import { addAccreditation, addLab, NOW, temporaryFolder, write } from '../../support/register'
import { bringBack, compare, edited, exported, set, told, type Edit } from './support'

interface Small extends OpenRegister {
  ids: { lab: string; other: string; organization: string; accreditation: string; act: string }
}

/** Two laboratories of one owner (fictional), one of them accredited. */
async function smallRegister(fill?: (tx: Tx, ids: Small['ids']) => void): Promise<Small> {
  let ids!: Small['ids']
  const register = await createRegister(
    join(temporaryFolder(), 'so.scn'),
    { name: 'Sổ thử', kind: 'empty', now: NOW },
    (db) => {
      writeSet(db, { actor: 'an', now: NOW }, loadReference)
      writeSet(db, { actor: 'an', now: NOW }, (tx) => {
        const { lab, organization } = addLab(tx, 'Phòng A (hư cấu)')
        const other = tx.create('laboratory', { phone: '0203 111 222', note: 'ghi chú' })
        tx.create('laboratory_name', { laboratory: other, vi: 'Phòng B (hư cấu)' })
        tx.create('laboratory_owner', { laboratory: other, organization })
        const accreditation = addAccreditation(tx, lab, 'VILAS 016', [
          {
            kind: 'grant',
            effective: { iso: '2024-05-02', printed: 'ngày 02 tháng 5 năm 2024' },
            expiry: { iso: '2029-05' },
          },
        ])
        const act = tx.db.prepare<[], { id: string }>('SELECT id FROM decision_act').get()!.id
        ids = { lab, other, organization, accreditation, act }
        fill?.(tx, ids)
      })
    },
  )
  onTestFinished(() => register.close())
  return { ...register, ids }
}

async function after(register: OpenRegister, edit: Edit) {
  const path = await edited(await exported(register), edit)
  return { path, plan: await compare(register, path) }
}

const LABS = 'Phòng thí nghiệm'
const field = (register: OpenRegister, entity: 'laboratory', id: string, name: string): unknown =>
  readRecord(register.db, entity, id)[name]

describe('an edit of the file alone', () => {
  it('is shown from what to what, written in one import set with the hash of the file, and is nothing the second time', async () => {
    const register = await smallRegister()
    const { path, plan } = await after(register, (sheet) => {
      const labs = sheet(LABS)
      set(labs, labs.row('Tên', 'Phòng A (hư cấu)'), 'Điện thoại', '0203 999 888')
      set(labs, labs.row('Tên', 'Phòng A (hư cấu)'), 'Loại', 'hiệu chuẩn')
      set(labs, labs.row('Tên', 'Phòng A (hư cấu)'), 'Tên', 'Phòng A mới (hư cấu)')
    })
    expect(told(plan)).toEqual([
      'change P1\n  Tên change: Phòng A (hư cấu) | Phòng A (hư cấu) | Phòng A mới (hư cấu)\n  Loại change: null | null | hiệu chuẩn\n  Điện thoại change: null | null | 0203 999 888',
    ])
    const { set: written, value } = bringBack(register, plan)
    expect(value).toEqual({ added: 0, changed: 2, trashed: 0 })
    expect(readRecord(register.db, 'laboratory', register.ids.lab)).toMatchObject({
      phone: '0203 999 888',
      kind: 'calibration',
    })
    expect(register.db.prepare('SELECT kind, source FROM change_set WHERE id = ?').get(written)).toEqual({
      kind: 'import',
      source: `so-da-sua.xlsx (sha256 ${plan.preview.sha256})`,
    })
    const again = await compare(register, path)
    expect(again.preview.rows).toEqual([])
    const before = fingerprint(register.db)
    expect(bringBack(register, again).set).toBeNull()
    expect(fingerprint(register.db)).toBe(before)
  })
  it('is taken back whole', async () => {
    const register = await smallRegister()
    const { plan } = await after(register, (sheet) => {
      const labs = sheet(LABS)
      set(labs, labs.row('Tên', 'Phòng B (hư cấu)'), 'Điện thoại', '1')
      set(labs, labs.spare(), 'Tên', 'Phòng mới (hư cấu)')
    })
    const { set: written } = bringBack(register, plan)
    write(register.db, (tx) => takeBack(tx, { set: written!, kind: 'undo', keepTheirs: false }, NOW))
    expect(field(register, 'laboratory', register.ids.other, 'phone')).toBe('0203 111 222')
    expect(register.db.prepare('SELECT count(*) AS n FROM laboratory WHERE trashed_at IS NULL').get()).toEqual({ n: 2 })
  })
  it('leaves what the register changed meanwhile and the file did not', async () => {
    const register = await smallRegister()
    const path = await exported(register)
    write(register.db, (tx) => tx.change('laboratory', register.ids.other, { phone: 'mới trong sổ' }))
    const plan = await compare(
      register,
      await edited(path, (sheet) => {
        const labs = sheet(LABS)
        set(labs, labs.row('Tên', 'Phòng B (hư cấu)'), 'Ghi chú', 'mới trong tệp')
      }),
    )
    expect(told(plan)).toEqual(['change P2\n  Ghi chú change: ghi chú | ghi chú | mới trong tệp'])
    bringBack(register, plan)
    expect(readRecord(register.db, 'laboratory', register.ids.other)).toMatchObject({
      phone: 'mới trong sổ',
      note: 'mới trong tệp',
    })
  })
})

describe('a field edited on both sides', () => {
  const both = async (theirs: string, ours = 'của sổ') => {
    const register = await smallRegister()
    const path = await exported(register)
    write(register.db, (tx) => tx.change('laboratory', register.ids.other, { phone: ours }), 'bình')
    const plan = await compare(
      register,
      await edited(path, (sheet) => {
        const labs = sheet(LABS)
        set(labs, labs.row('Tên', 'Phòng B (hư cấu)'), 'Điện thoại', theirs)
      }),
    )
    return { register, plan, key: `${register.ids.other}/laboratory.phone` }
  }
  it('is a conflict with the three values and who wrote the register’s; nothing is written before it is answered', async () => {
    const { plan, register, key } = await both('của tệp')
    const [row] = plan.preview.rows
    expect(row).toMatchObject({ verdict: 'conflict', label: 'Phòng B (hư cấu)' })
    expect(row!.cells).toEqual([
      {
        column: 'laboratory.phone',
        heading: 'Điện thoại',
        kind: 'conflict',
        base: '0203 111 222',
        ours: 'của sổ',
        theirs: 'của tệp',
        by: 'bình',
        at: NOW,
      },
    ])
    expect(() => bringBack(register, plan)).toThrow('open questions')
    expect(bringBack(register, plan, { cells: { [key]: 'ours' } }).set).toBeNull()
    bringBack(register, plan, { cells: { [key]: 'theirs' } })
    expect(field(register, 'laboratory', register.ids.other, 'phone')).toBe('của tệp')
  })
  it('is none where both say the same', async () => {
    expect((await both('như nhau', 'như nhau')).plan.preview.rows).toEqual([])
  })
})

describe('blank cells and rows that are gone', () => {
  it('are kept unless somebody says otherwise', async () => {
    const register = await smallRegister()
    const { plan } = await after(register, (sheet) => {
      const labs = sheet(LABS)
      set(labs, labs.row('Tên', 'Phòng B (hư cấu)'), 'Ghi chú', null)
      const sites = sheet('Công nhận')
      sites.rows.splice(sites.rows.indexOf(sites.row('Mã', 'VILAS 016')), 1)
    })
    expect(told(plan)).toEqual(['asked P2\n  Ghi chú emptied: ghi chú | ghi chú | null', 'asked (missing) CN1'])
    expect(bringBack(register, plan).set).toBeNull()
    const { accreditation, other } = register.ids
    const { value } = bringBack(register, plan, {
      cells: { [`${other}/laboratory.note`]: 'theirs' },
      rows: { [accreditation]: 'trash' },
    })
    expect(value).toEqual({ added: 0, changed: 1, trashed: 1 })
    expect(field(register, 'laboratory', other, 'note')).toBeNull()
    expect(readRecord(register.db, 'accreditation', accreditation)['trashedAt']).toBe(NOW)
  })
  it('of a required field cannot be emptied', async () => {
    const register = await smallRegister()
    const { plan } = await after(register, (sheet) => {
      const labs = sheet(LABS)
      set(labs, labs.row('Tên', 'Phòng B (hư cấu)'), 'Tên', null)
    })
    const [row] = plan.preview.rows
    expect(bringBack(register, plan, { cells: { [`${row!.key}/laboratory_name.vi`]: 'theirs' } }).set).toBeNull()
  })
  it('names a row that others stand on when it is to go', async () => {
    const register = await smallRegister()
    const { plan } = await after(register, (sheet) => void sheet('Cơ quan chủ quản').rows.splice(1, 1))
    expect(() => bringBack(register, plan, { rows: { [register.ids.organization]: 'trash' } })).toThrow(
      expect.objectContaining({
        code: 'in_use',
        fields: [expect.objectContaining({ rule: 'book.in_use', params: { label: 'Công ty Mẫu (hư cấu)' } })],
      }),
    )
  })
})

describe('rows that are added', () => {
  const addTwo: Edit = (sheet) => {
    const owners = sheet('Cơ quan chủ quản')
    const owner = owners.spare()
    const code = owner[owners.at('Mã dòng')]!
    set(owners, owner, 'Tên', 'Chủ mới (hư cấu)')
    const labs = sheet(LABS)
    const lab = labs.spare()
    set(labs, lab, 'Tên', 'Phòng C (hư cấu)')
    set(labs, lab, 'Cơ quan chủ quản', code)
    const sites = sheet('Địa điểm')
    for (const address of ['Hạ Long', 'Cẩm Phả']) {
      const site = sites.spare()
      set(sites, site, 'Phòng thí nghiệm', lab[labs.at('Mã dòng')]!)
      set(sites, site, 'Địa chỉ', address)
    }
  }
  it('may name each other, stand once however often the file comes back, and have the file as evidence', async () => {
    const register = await smallRegister()
    const { path, plan } = await after(register, addTwo)
    expect(plan.preview.counts).toMatchObject({ new: 4, error: 0 })
    // owner, its name, laboratory, its name, its owner, two sites
    expect(bringBack(register, plan).value).toEqual({ added: 7, changed: 0, trashed: 0 })
    const found = register.db
      .prepare(
        `SELECT n.vi AS name, gn.vi AS owner, (SELECT group_concat(address, ', ' ORDER BY position) FROM site s WHERE s.laboratory_rid = n.laboratory_rid) AS sites
           FROM laboratory_name n JOIN laboratory_owner o ON o.laboratory_rid = n.laboratory_rid JOIN organization_name gn ON gn.organization_rid = o.organization_rid
          WHERE n.vi LIKE 'Phòng C%'`,
      )
      .all()
    expect(found).toEqual([{ name: 'Phòng C (hư cấu)', owner: 'Chủ mới (hư cấu)', sites: 'Hạ Long, Cẩm Phả' }])
    expect(
      register.db
        .prepare(`SELECT count(*) AS n FROM evidence WHERE kind = 'import' AND source LIKE ?`)
        .get(`%${plan.preview.sha256}%`),
    ).toEqual({ n: 4 })
    const again = await compare(register, path)
    expect(again.preview.rows).toEqual([])
    expect(bringBack(register, again).set).toBeNull()
  })
  it('and taken back come again as rows of the trash, to be restored', async () => {
    const register = await smallRegister()
    const { path, plan } = await after(register, addTwo)
    const { set: written } = bringBack(register, plan)
    write(register.db, (tx) => takeBack(tx, { set: written!, kind: 'undo', keepTheirs: false }, NOW))
    const again = await compare(register, path)
    expect(again.preview.rows.map(({ case: about }) => about)).toEqual(['trashed', 'trashed', 'trashed', 'trashed'])
    const rows = Object.fromEntries(again.preview.rows.map(({ key }) => [key, 'restore' as const]))
    expect(again.preview.counts.error).toBe(0)
    bringBack(register, again, { rows })
    expect((await compare(register, path)).preview.rows).toEqual([])
    expect(register.db.prepare('SELECT count(*) AS n FROM laboratory WHERE trashed_at IS NULL').get()).toEqual({ n: 3 })
  })
  it('under a code that another copy of the file used for something else are asked about, and can be added beside it', async () => {
    const register = await smallRegister()
    const path = await exported(register)
    const named = (name: string): Promise<string> =>
      edited(path, (sheet) => {
        const labs = sheet(LABS)
        set(labs, labs.spare(), 'Tên', name)
      })
    bringBack(register, await compare(register, await named('Phòng của người thứ nhất')))
    const second = await named('Phòng của người thứ hai')
    const plan = await compare(register, second)
    expect(told(plan)).toEqual([
      'conflict (again) P3\n  Tên conflict: null | Phòng của người thứ nhất | Phòng của người thứ hai',
    ])
    bringBack(register, plan, { rows: { [plan.preview.rows[0]!.key]: 'add' } })
    expect(register.db.prepare('SELECT count(*) AS n FROM laboratory').get()).toEqual({ n: 4 })
    expect((await compare(register, second)).preview.rows).toEqual([])
  })
  it('copied from another row are that row only under its own code', async () => {
    const register = await smallRegister()
    const { plan } = await after(register, (sheet) => {
      const labs = sheet(LABS)
      const copy = [...labs.row('Tên', 'Phòng B (hư cấu)')]
      labs.rows.push(copy)
      const other = [...copy]
      other[labs.at('Mã dòng')] = 'P-moi-1'
      other[labs.at('Tên')] = 'Phòng chép (hư cấu)'
      labs.rows.push(other)
    })
    expect(told(plan).map((text) => text.split('\n')[0])).toEqual(['error P2', 'new P-moi-1'])
    expect(plan.preview.rows[0]!.problems[0]!.rule).toBe('book.row_twice')
  })
  it('are refused with a reason each: no code, a code twice, a required field, a row that fails', async () => {
    const register = await smallRegister()
    const { plan } = await after(register, (sheet) => {
      const labs = sheet(LABS)
      const bare = (code: string | null, name: string | null): void => {
        const row = labs.rows[1]!.map(() => null) as (string | null)[]
        row[labs.at('Mã dòng')] = code
        row[labs.at('Tên')] = name
        row[labs.at('Ghi chú')] = 'x'
        labs.rows.push(row)
      }
      bare(null, 'Không mã')
      bare('P-1', 'Một')
      bare('P-1', 'Hai')
      bare('P-2', null)
      const sites = sheet('Địa điểm')
      const site = sites.spare()
      set(sites, site, 'Phòng thí nghiệm', 'P-2')
    })
    expect(
      plan.preview.rows.map(({ problems, cells }) =>
        [...problems, ...cells.flatMap((cell) => cell.problem ?? [])].map(({ rule }) => rule),
      ),
    ).toEqual([['book.row_needs_code'], [], ['book.code_twice'], ['book.required_of'], ['book.ref_row_failed']])
  })
})

describe('cells', () => {
  it('keep a date with its printed words until it is edited; a new one is read as people write it', async () => {
    const register = await smallRegister()
    const { plan } = await after(register, (sheet) => {
      const acts = sheet('Nội dung quyết định')
      const row = acts.rows[1]!
      expect([row[acts.at('Ngày hiệu lực')], row[acts.at('Ngày hết hạn')], row[acts.at('Công nhận')]]).toEqual([
        '02/05/2024 (in là “ngày 02 tháng 5 năm 2024”)',
        '05/2029',
        'CN1 · VILAS 016',
      ])
      set(acts, row, 'Ngày hết hạn', 'ngày 01 tháng 06 năm 2029')
    })
    bringBack(register, plan)
    expect(readRecord(register.db, 'decision_act', register.ids.act)).toMatchObject({
      effective: { iso: '2024-05-02', printed: 'ngày 02 tháng 5 năm 2024' },
      expiry: { iso: '2029-06-01', printed: 'ngày 01 tháng 06 năm 2029' },
    })
  })
  it('that cannot be read are errors with a rule that has words', async () => {
    const register = await smallRegister()
    const { plan } = await after(register, (sheet) => {
      const labs = sheet(LABS)
      const [a, b] = [labs.row('Tên', 'Phòng A (hư cấu)'), labs.row('Tên', 'Phòng B (hư cấu)')]
      set(labs, a, 'Loại', 'loại lạ')
      set(labs, a, 'Ngày giải thể', '25/13/2026')
      set(labs, b, 'Cơ quan chủ quản', 'CQ99')
      const codes = sheet('Công nhận')
      const row = codes.row('Mã', 'VILAS 016')
      set(codes, row, 'Mã', 'VILAS 18O')
      set(codes, row, 'Cơ quan', 'CQ1 · Tên khác hẳn')
      const acts = sheet('Nội dung quyết định')
      set(acts, acts.rows[1]!, 'Ngày hết hạn', '01/01/2020')
    })
    expect(plan.preview.rows.flatMap(({ cells }) => cells.map(({ problem }) => problem?.rule))).toEqual([
      'book.not_a_choice',
      'date.no_such_month',
      'book.ref_unknown',
      'code.letter_in_number',
      'book.ref_label',
      'book.expiry_before_effective',
    ])
  })
})

describe('rows of the trash', () => {
  it('edited in the file are asked about, and come back with the edit', async () => {
    const register = await smallRegister()
    const path = await exported(register)
    write(register.db, (tx) => tx.change('laboratory', register.ids.other, { trashedAt: NOW }))
    expect((await compare(register, path)).preview.rows).toEqual([])
    const plan = await compare(
      register,
      await edited(path, (sheet) => {
        const labs = sheet(LABS)
        set(labs, labs.row('Tên', 'Phòng B (hư cấu)'), 'Ghi chú', 'sửa trong tệp')
      }),
    )
    expect(plan.preview.rows).toMatchObject([{ verdict: 'conflict', case: 'trashed' }])
    expect(bringBack(register, plan, { rows: { [register.ids.other]: 'keep' } }).set).toBeNull()
    bringBack(register, plan, { rows: { [register.ids.other]: 'restore' } })
    expect(readRecord(register.db, 'laboratory', register.ids.other)).toMatchObject({
      trashedAt: null,
      note: 'sửa trong tệp',
    })
  })
})
