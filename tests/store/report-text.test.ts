// `reports.checkText`: the province's article against Sổ Quảng Ninh, and pasted texts against a made-up province.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding, TextCheck } from '../../db/model/check/text'
import { checkText } from '../../db/store/check/text'
import { quangNinh } from '../support/quang-ninh'
import { DAY } from '../support/register'
import { reportWorld, type World } from '../support/report-world'

const ARTICLE = readFileSync(new URL('../../db/data/000_13d45e44ca1d9fae.txt', import.meta.url), 'utf8')
const short = ({ kind, text, tone, codes }: Finding) => [kind, text, tone, codes]
const of = (answer: TextCheck, kind: Finding['kind']) => answer.findings.filter((each) => each.kind === kind)

describe('the article', () => {
  const read = async (text = ARTICLE, day = DAY) => checkText(await quangNinh(), { text, day }, DAY)

  it('claims ISO/IEC 17025:2005 three times, each over since 01/06/2021, and IEC 17025 without edition', async () => {
    const answer = await read()
    expect(of(answer, 'standard').map(short)).toEqual([
      ['standard', 'ISO/IEC 17025:2005', 'bad', ['standard_over']],
      ['standard', 'IEC 17025', 'doubt', ['standard_name_short', 'standard_no_edition']],
      ['standard', 'ISO/IEC 17025:2005', 'bad', ['standard_over']],
      ['standard', 'ISO/IEC 17025:2005', 'bad', ['standard_over']],
    ])
    for (const { sentences } of of(answer, 'standard').filter(({ tone }) => tone === 'bad'))
      expect(sentences.join(' ')).toContain('01/06/2021')
  })
  it('judges the standard on the day asked: on 01/06/2021 the edition was still recognised', async () => {
    expect(of(await read(ARTICLE, '2021-06-01'), 'standard').map(({ tone }) => tone)).toEqual([
      'good',
      'doubt',
      'good',
      'good',
    ])
  })
  it('names VILAS 185 and VILAS: 512, both only claimed', async () => {
    expect(of(await read(), 'code').map(short)).toEqual([
      ['code', 'VILAS 185', 'doubt', ['claimed_only', 'edition_claimed_over']],
      ['code', 'VILAS: 512', 'doubt', ['claimed_only', 'edition_claimed_over']],
    ])
    expect(of(await read(), 'code')[1]!.sentences[0]).toBe('Viết theo sổ là VILAS 512.')
  })
  it('names four laboratories of the register, the centre’s own name in brackets left out', async () => {
    const labs = of(await read(), 'lab')
    expect(labs.map(({ text, verdict }) => [text, verdict])).toEqual([
      ['Phòng thí nghiệm của CDC quảng Ninh', 'insufficient_data'],
      ['Phòng thí nghiệm của Trung tâm Ứng dụng và thống kê', 'insufficient_data'],
      ['phòng kiểm nghiệm, kiểm định của Chi cục Tiêu chuẩn đo lường chất lượng', 'insufficient_data'],
      ['phòng thí nghiệm của Trung tâm KHKT và sản xuất giống thuỷ sản', 'insufficient_data'],
    ])
  })
  it('gives the figures 32, 6, 1 and 3, of which the register proves 2, 2, 0 and 2', async () => {
    const figures = of(await read(), 'figure')
    expect(figures.map(short)).toEqual([
      [
        'figure',
        '32 phòng thí nghiệm đạt tiêu chuẩn LAS, VILAS',
        'doubt',
        ['figure_las_vilas', 'figure_unproved', 'figure_said'],
      ],
      [
        'figure',
        '6 phòng thí nghiệm, kiểm định của các tổ chức KHCN',
        'doubt',
        ['figure_st_organizations', 'figure_unproved', 'figure_said'],
      ],
      ['figure', '1 phòng kiểm định của Cục Hải quan', 'doubt', ['figure_customs', 'figure_unproved', 'figure_said']],
      [
        'figure',
        '3 phòng thí nghiệm được công nhận đạt tiêu chuẩn quốc tế',
        'doubt',
        ['figure_international', 'figure_unproved', 'figure_said', 'figure_among'],
      ],
    ])
    expect(figures.map(({ sentences }) => sentences[0])).toEqual([
      expect.stringContaining('sổ chứng minh được 2 phòng có VILAS hoặc LAS-XD còn hiệu lực, trong 5 phòng'),
      expect.stringContaining('sổ có 2 phòng'),
      expect.stringContaining('sổ có 0 phòng'),
      expect.stringContaining('sổ chứng minh được 2 phòng'),
    ])
    expect(figures[3]!.sentences.at(-1)).toBe('“Trong đó” có thể là trong 32 hoặc trong cả 39 phòng.')
  })
  it('knows an owner by its laboratories of that day', async () => {
    const answer = checkText(await quangNinh(), { text: 'Công ty xăng dầu B12 và Công ty Không Tên.', day: DAY }, DAY)
    expect(answer.findings.map(short)).toEqual([['owner', 'Công ty xăng dầu B12', 'note', ['owner']]])
    expect(answer.findings[0]!.labs.map(({ name }) => name)).toEqual(['Phòng thử nghiệm Xăng dầu B12'])
  })
  it('takes 22 enterprises, 17 organisations, percentages and years for what they are', async () => {
    expect((await read()).findings.map(({ text }) => text).join('\n')).not.toMatch(/^(?:22|17|11|2020|1\.576)/m)
  })
  it('says the same in decomposed Unicode, with offsets in the text it answers with', async () => {
    const [composed, decomposed] = [await read(), await read(ARTICLE.normalize('NFD'))]
    expect(decomposed).toEqual(composed)
    for (const { start, end, text } of composed.findings) expect(composed.text.slice(start, end)).toBe(text)
  })
})

describe('a pasted text', () => {
  let world: World
  beforeAll(() => {
    world = reportWorld()
    return () => world.db.close()
  })
  const read = (text: string, day = '2022-06-01') => checkText(world.db, { text, day }, DAY)

  it('finds a code with a laboratory that is not its own', () => {
    const [code] = of(read('Phòng thử nghiệm Ngày (hư cấu), mã VILAS 100, thử nước.'), 'code')
    expect(code).toMatchObject({ tone: 'doubt', codes: ['code_of_other_lab'] })
  })
  it('does not tie a code to a laboratory of another sentence', () => {
    const [code] = of(read('Phòng thử nghiệm Ngày (hư cấu) nghỉ. Phiếu ghi VILAS 100.'), 'code')
    expect(code).toMatchObject({ tone: 'good', verdict: 'accredited' })
  })
  it('does not choose between two laboratories of one sentence', () => {
    const text = 'Phòng thử nghiệm Ngày (hư cấu) và Phòng thử nghiệm Tháng (hư cấu) cùng ghi VILAS 100.'
    expect(of(read(text), 'code')).toMatchObject([{ tone: 'good', verdict: 'accredited' }])
  })
  it('offers what a damaged code may be, and says of an unknown one only that the register does not hold it', () => {
    expect(of(read('LAS-XD 22101 và VILAS 998.'), 'code').map(short)).toEqual([
      ['code', 'LAS-XD 22101', 'doubt', ['code_suggested']],
      ['code', 'VILAS 998', 'doubt', ['code_not_in_register']],
    ])
  })
  it('judges codes by the day', () => {
    expect(of(read('VILAS 100', '2024-06-01'), 'code')).toMatchObject([{ tone: 'bad', verdict: 'suspended' }])
  })
  it('reads standards in any spelling and tells a year that only the TCVN has', () => {
    const standards = of(
      read('TCVN ISO/IEC 17025 : 2007; ISO/IEC 17025:2007; ISO 17025:2017; ISO/IEC 17020:1998; ISO 6579:2017', DAY),
      'standard',
    )
    expect(standards.map(({ text, tone, codes }) => [text, tone, codes.at(-1)])).toEqual([
      ['TCVN ISO/IEC 17025 : 2007', 'bad', 'standard_over'],
      ['ISO/IEC 17025:2007', 'doubt', 'standard_maybe_tcvn'],
      ['ISO 17025:2017', 'good', 'standard_recognised'],
      ['ISO/IEC 17020:1998', 'doubt', 'standard_end_unknown'],
    ])
  })
  it('says which edition the register holds where the text names another for the laboratory', () => {
    const text = 'Phòng thử nghiệm Nước Hòn Gai (hư cấu) đạt ISO/IEC 17025:2005. Đạt ISO/IEC 17025:2017.'
    const [first, second] = of(read(text), 'standard')
    expect(first!.sentences.at(-1)).toBe('Trong sổ, phòng này được ghi theo ISO/IEC 17025:2017.')
    expect(second!.codes).toEqual(['standard_recognised'])
  })
  it('marks a name that fits only without accents', () => {
    const [lab] = of(read('Phong thu nghiem Nuoc Hon Gai (hu cau)'), 'lab')
    expect(lab!.sentences[0]).toContain('bỏ dấu')
  })
  it('leaves names of several laboratories open', () => {
    expect(of(read('Phòng thí nghiệm Trùng tên (hư cấu)'), 'lab')).toMatchObject([
      { tone: 'doubt', codes: ['lab_several'] },
    ])
  })
  it('understands pasted TCVN3 and says that it did', () => {
    const answer = checkText(
      world.db,
      {
        text: 'Toµn tØnh cã 4 phßng thÝ nghiÖm ®¹t tiªu chuÈn quèc tÕ, VILAS 100 ISO/IEC 17025:2005.',
        day: '2022-06-01',
      },
      DAY,
    )
    expect(answer.reading).toBe('tcvn3')
    expect(answer.findings.map(({ kind, text }) => [kind, text])).toEqual([
      ['figure', '4 phòng thí nghiệm đạt tiêu chuẩn quốc tế'],
      ['code', 'VILAS 100'],
      ['standard', 'ISO/IEC 17025:2005'],
    ])
  })
  it('finds nothing in an empty text, and nothing to judge in prose', () => {
    expect(read('').findings).toEqual([])
    expect(read('Phòng thí nghiệm của chúng tôi có 3 phòng họp và 2 cán bộ.').findings).toEqual([])
  })
  it('is told in English without a word missing', () => {
    const { findings } = checkText(
      world.db,
      { text: '5 phòng kiểm định của Cục Hải quan; VILAS: 0100; IEC 17025', day: DAY, language: 'en' },
      DAY,
    )
    for (const { sentences } of findings) expect(sentences.join(' ')).not.toMatch(/\{\{|undefined/)
    expect(findings).toHaveLength(3)
  })
})
