// What each paper says is what the register's own questions answer; every field that a template may use is there and no other.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { firstPaper, makeDocument } from '../../db/documents/make'
import { defaultTemplate } from '../../db/documents/defaults/templates'
import { templateTroubles } from '../../db/documents/check'
import type { Filling } from '../../db/documents/data/values'
import { unwatched } from '../../db/jobs/job'
import { yearBefore } from '../../db/model/documents/dates'
import { fieldsOf, type Field } from '../../db/model/documents/fields'
import { documentKinds } from '../../db/model/documents/kinds'
import { say } from '../../db/model/texts/say'
import { explainAccreditation } from '../../db/store/accreditations'
import { currentSeq } from '../../db/store/database'
import { listFigures } from '../../db/store/figures'
import { listLabs } from '../../db/store/labs'
import { fingerprint } from '../../db/store/log'
import { overview } from '../../db/store/overview'
import { listTasks } from '../../db/store/tasks'
import { DAY, NOW, temporaryFolder } from '../support/register'
import { desk, ENDED, LONG, NASTY, paragraphsOf, wishes, written, type Desk } from './desk'

let at: Desk
let made: Awaited<ReturnType<typeof desk>>
const moment = { day: DAY, today: DAY, now: NOW }

describe('papers', () => {
  beforeAll(async () => {
    at = made = await desk()
  })
  afterAll(() => made.close())

  const db = () => at.register.db
  const everyLab = () => listLabs(db(), { limit: 1000 }, DAY).rows.map(({ id }) => ({ kind: 'lab' as const, id }))
  const cells = (paragraphs: string[], after: string) => paragraphs.slice(paragraphs.indexOf(after) + 1)

  it.each(documentKinds)(
    '%s: has a default template without troubles, filled without a tag left over',
    async (kind) => {
      expect(templateTroubles(await defaultTemplate(kind), kind)).toEqual([])
      const { paragraphs } = await written(at, wishes(at)[kind])
      const text = paragraphs.join('\n').replaceAll('{không phải thẻ}', '')
      expect(text).not.toMatch(/[{}]|undefined|\[object/)
    },
  )

  it.each(documentKinds)('%s: is filled with exactly the fields that a template may use', (kind) => {
    const papers = kind === 'lab' ? everyLab() : [wishes(at)[kind]]
    const shapes = papers.map((wish) => shapeOf(firstPaper(db(), wish, moment)))
    expect(shapes.reduce(together)).toEqual(declared(fieldsOf(kind)))
  })

  it.each(documentKinds)(
    '%s: carries letterhead, official date, signature, recipients and fingerprint',
    async (kind) => {
      const { paragraphs, fingerprint: told } = await written(at, wishes(at)[kind])
      const text = paragraphs.join('\n')
      for (const part of [
        'ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NINH',
        'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        kind === 'report' ? 'Số:        /BC-SKHCN' : 'Số:        /SKHCN-TĐC',
        'Quảng Ninh, ngày 23 tháng 11 năm 2026',
      ])
        expect(text).toContain(part)
      if (kind !== 'booklet') {
        expect(text).toContain('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC')
        expect(text).toContain('Nơi nhận:\n- Như trên;\n- UBND tỉnh (để b/c);\n- Lưu: VT, TĐC.')
      }
      expect(told).toBe(fingerprint(db()))
      expect(text.replaceAll(' ', '')).toContain(`sổ:${fingerprint(db())}`)
      expect(text).toContain(`Lập từ sổ lúc 10:00 ngày 23/11/2026, sau lần ghi số ${currentSeq(db())}.`)
    },
  )

  it('lists every laboratory of the list, in its order, with its status and end', async () => {
    const { rows, total } = listLabs(db(), { limit: 1000 }, DAY)
    const { paragraphs } = await written(at, { kind: 'labs', query: {} })
    expect(paragraphs).toContain(`Tổng số: ${total} phòng.`)
    const body = cells(paragraphs, 'Hiệu lực đến')
    for (const [place, lab] of rows.entries()) {
      const status = say('vi', `status.name.${lab.status}`)
      const row = body.slice(place * 9, place * 9 + 9)
      expect([row[0], row[1], row[7]!.toLowerCase()]).toEqual([String(place + 1), lab.nameVi, status])
      expect(row[2]).toBe(lab.owner?.name ?? '')
      expect(row[4]).toBe(lab.codes.join('; '))
      expect(row[8]).toBe(lab.expiry === null ? '' : lab.expiry.split('-').reverse().join('/'))
    }
    expect(body[rows.length * 9]).toMatch(/^Cách đếm/)
  })

  it('lists what the filter finds, says the filter in words, and says so when it finds nothing', async () => {
    const found = await written(at, { kind: 'labs', query: { scheme: 'VILAS', status: ['unknown'], sort: 'owner' } })
    const { rows, total } = listLabs(db(), { scheme: 'VILAS', status: ['unknown'], sort: 'owner', limit: 100 }, DAY)
    expect(found.paragraphs).toContain('Điều kiện chọn: tình trạng: chưa rõ; chương trình: VILAS.')
    expect(found.paragraphs).toContain(`Tổng số: ${total} phòng.`)
    expect(cells(found.paragraphs, 'Hiệu lực đến').slice(0, 2)).toEqual(['1', rows[0]!.nameVi])
    const none = await written(at, { kind: 'labs', query: { text: 'khôngcóđâu' } })
    expect(none.paragraphs).toContain('Không có phòng nào theo điều kiện này.')
  })

  it('lists the accreditations of “Hạn hiệu lực” with their days left, and none that end later', async () => {
    const tasks = listTasks(db(), { kind: 'expiring', within: 30, includeSnoozed: true, limit: 100 }, moment).rows
    const { paragraphs } = await written(at, { kind: 'expiring', within: 30 })
    expect(paragraphs).toContain(`Tổng số: ${tasks.length} công nhận.`)
    const body = cells(paragraphs, 'Còn lại')
    expect(tasks.map((_, place) => body[place * 9 + 2])).toEqual(tasks.map(({ nameVi }) => nameVi))
    expect(tasks.map((_, place) => body[place * 9 + 8])).toEqual(tasks.map(({ daysLeft }) => `${daysLeft} ngày`))
    expect(paragraphs.join('\n')).toContain('26 ngày')
    expect(paragraphs.join('\n')).not.toContain(LONG)
  })

  it('reports the figures of the overview on both days, with every counting rule', async () => {
    const before = yearBefore(DAY)
    const [now, then] = [overview(db(), DAY), overview(db(), before)]
    const { paragraphs } = await written(at, { kind: 'report' })
    const rows = (heading: string) => cells(paragraphs, heading)
    const status = rows('1. Theo tình trạng').slice(4)
    const shown = now.byStatus
      .map(({ status: name, labs }) => ({
        name: say('vi', `status.name.${name}`),
        labs,
        was: then.byStatus.find((each) => each.status === name)!.labs,
      }))
      .filter(({ labs, was }) => labs > 0 || was > 0)
    expect(
      shown.map((_, place) =>
        status
          .slice(place * 4, place * 4 + 3)
          .join('|')
          .toLowerCase(),
      ),
    ).toEqual(shown.map(({ name, labs, was }) => `${name}|${labs}|${was}`))
    const changes = shown.map((_, place) => status[place * 4 + 3])
    expect(changes).toEqual(
      shown.map(({ labs, was }) => (labs > was ? `+${labs - was}` : labs === was ? '0' : `${labs - was}`)),
    )
    // the laboratory accredited from 05/02/2026 was not in force a year before
    expect(paragraphs).toContain(
      `Đến ngày 23/11/2026, sổ theo dõi ${now.labs} phòng thí nghiệm (cùng ngày năm trước: ${then.labs}), trong đó 4 phòng còn được công nhận (cùng ngày năm trước: 4).`,
    )
    expect(paragraphs.some((text) => text.startsWith(`- ${LONG}: `))).toBe(true)
    expect(paragraphs.find((text) => text.startsWith(`- ${ENDED}: `))).toContain('09/05/2026')
    for (const { name, wording, value } of listFigures(db(), { day: DAY, language: 'vi' })) {
      const row = rows(name)
      expect([name, row[0]]).toEqual([name, String(value)])
      expect(paragraphs).toContain(`- ${name}: ${wording}`)
    }
    for (const [heading, counted] of [
      ['2. Theo chương trình công nhận', now.byScheme],
      ['3. Theo lĩnh vực', now.byField],
      ['4. Theo địa bàn', now.coverage.areas],
    ] as const)
      expect(counted.map((_, place) => rows(heading)[4 + place * 4 + 1])).toEqual(
        counted.map(({ labs }) => String(labs)),
      )
  })

  it('writes one letter for each laboratory, each a section whose pages are counted from 1', async () => {
    const { paragraphs, path } = await written(at, { kind: 'reminder', within: 180 })
    const { rows } = listTasks(
      db(),
      { kind: ['expiring', 'expired'], within: 180, includeSnoozed: true, limit: 100 },
      moment,
    )
    const letters = paragraphs.filter((text) => text.startsWith('Kính gửi: '))
    expect(letters).toHaveLength(rows.length)
    expect(letters).toContain('Kính gửi: Công ty Ví Dụ & Con (hư cấu)')
    expect(paragraphs).toContain('Quyết định số 901/QĐ-VÍ-DỤ ngày 20/12/2023')
    const { default: PizZip } = await import('pizzip')
    const xml = new PizZip(readFileSync(path)).file('word/document.xml')!.asText()
    expect([...xml.matchAll(/<w:sectPr/g)]).toHaveLength(rows.length)
    expect([...xml.matchAll(/<w:pgNumType w:start="1"/g)]).toHaveLength(rows.length)
  })

  it('writes letters apart, one file a laboratory, and tells who had nothing to be reminded of', async () => {
    const folder = temporaryFolder()
    const labs = [at.labs[LONG]!, at.labs[NASTY]!, at.labs['Phòng trống (hư cấu)']!]
    const job = { ...moment, register: at.register.file, path: folder, apart: true }
    const made = await makeDocument({ ...job, wish: { kind: 'reminder', labs } }, unwatched)
    expect(made).toMatchObject({ files: 1, leftOut: [LONG, 'Phòng trống (hư cấu)'] })
    const [name, ...others] = readdirSync(folder)
    expect([name, others]).toEqual([
      '1 Phòng “Đo lường & thử nghiệm” số 1 {không phải thẻ} – đ Đ ươ ẵ Ở (hư cấu).docx',
      [],
    ])
    expect(paragraphsOf(readFileSync(`${folder}/${name}`)).join('\n')).toContain('VILAS 901')
    await expect(
      makeDocument({ ...job, wish: { kind: 'reminder', labs: [at.labs[LONG]!] } }, unwatched),
    ).rejects.toMatchObject({ code: 'invalid_input', fields: [{ rule: 'nothing_to_remind' }] })
  })

  it('tells a laboratory and the history of an accreditation as their pages do, letter by letter', async () => {
    const lab = await written(at, wishes(at).lab)
    expect(lab.paragraphs).toContain(NASTY)
    expect(lab.paragraphs).toContain('Số 5 <phố> Ví & Dụ, Hạ Long')
    expect(lab.paragraphs).toContain('Điện thoại: (chưa ghi)')
    expect(lab.paragraphs).toContain('VILAS 901')
    const history = await written(at, wishes(at).accreditation)
    expect(history.paragraphs).toContain('Quyết định 901/QĐ-VÍ-DỤ')
    expect(history.paragraphs).toContain('Công nhận lần đầu từ 20/12/2023 đến hết 19/12/2026')
    for (const sentence of explainAccreditation(db(), at.accreditation, { day: DAY, language: 'vi' }).sentences)
      expect(history.paragraphs).toContain(`- ${sentence}`)
  })

  it('prints the whole register in the booklet, with every code to look up', async () => {
    const { rows, total } = listLabs(db(), { limit: 1000 }, DAY)
    const { paragraphs } = await written(at, { kind: 'booklet' })
    for (const [place, { nameVi }] of rows.entries()) expect(paragraphs).toContain(`${place + 1}. ${nameVi}`)
    expect(paragraphs.some((text) => text.startsWith(`Gồm ${total} phòng, `))).toBe(true)
    const codes = new Set(rows.flatMap(({ codes: those }) => those))
    const index = cells(paragraphs, 'B. TRA THEO MÃ SỐ')
    for (const code of codes) expect(index).toContain(code)
  })

  it('speaks of another day as that day was', async () => {
    const { paragraphs } = await written(at, { kind: 'labs', query: { text: 'VILAS 902' } }, '2025-11-23')
    expect(paragraphs).toContain('Phòng thí nghiệm trên địa bàn, tính đến ngày 23/11/2025')
    expect(cells(paragraphs, 'Hiệu lực đến')[7]).not.toBe('Còn hiệu lực')
    // the paper itself is of today
    expect(paragraphs).toContain('Quảng Ninh, ngày 23 tháng 11 năm 2026')
  })
})

interface Shape {
  [tag: string]: Shape | ''
}

/** The tags that are there; of a list those of all its items together. */
function shapeOf(data: Filling): Shape {
  return Object.fromEntries(
    Object.entries(data).map(([tag, value]) => [
      tag,
      typeof value === 'string' ? '' : value.map(shapeOf).reduce(together, {}),
    ]),
  )
}

const together = (a: Shape, b: Shape): Shape =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((tag) => [
      tag,
      typeof (a[tag] ?? b[tag]) === 'object' ? together((a[tag] || {}) as Shape, (b[tag] || {}) as Shape) : '',
    ]),
  )

function declared(fields: readonly Field[]): Shape {
  return Object.fromEntries(fields.map(({ tag, each }) => [tag, each === undefined ? '' : declared(each)]))
}
