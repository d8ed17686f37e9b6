// What every kind of typed text is taken for: codes, designations, known words, places, words that only hold the question together.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../db/model/text/fold'
import { readUnits } from '../../db/registers/reference'
import { readTermLinks } from '../../db/registers/term-links'
import { PlaceBook } from '../../db/search/places'
import { TermBook } from '../../db/search/terms'
import { understand, type Knowledge } from '../../db/search/understand'
import { Vocabulary } from '../../db/search/vocabulary'

const links = readTermLinks()
const printed = `cuong do nen xac dinh ham luong tong hat tom tuoi kho bot chloride chlorine chlorpyrifos glyphosat nuoc thai tra nghien phuong phap aas
  pooc lang mo vat be dan lop phu kep dung bep xang`
const knowledge: Knowledge = {
  terms: new TermBook(links),
  places: new PlaceBook(readUnits().map(({ type, name, parent }, rid) => ({ rid, type, name, parent }))),
  vocabulary: new Vocabulary().add(printed.split(/\s+/)),
}
const take = (query: string): string =>
  understand(query, knowledge)
    .understood.map((each) => {
      const name = 'name' in each ? `=${each.name}` : ''
      const edition = 'edition' in each && each.edition !== null ? `@${each.edition}` : ''
      return `${each.kind}${name}${edition}`
    })
    .join(' ')

/** What is asked, without the words that hold the question together. */
const asked = (query: string): string =>
  take(query)
    .split(/ (?=ignored|term|word|part|method|code|place|unknown)/)
    .filter((piece) => piece !== 'ignored')
    .join(' + ')

const cases: readonly (readonly [query: string, asked: string])[] = [
  ['chì trong tôm', 'term=chì + term=tôm'],
  ['chi trong tom', 'term=chì + term=tôm'],
  ['CHÌ TRONG TÔM', 'term=chì + term=tôm'],
  ['Pb shrimp', 'term=chì + term=tôm'],
  ['pb shrimp', 'term=chì + term=tôm'],
  ['lead in prawn', 'term=chì + term=tôm'],
  ['hàm lượng chì (Pb) của tôm', 'term=chì + term=chì + term=tôm'],
  ['xác định hàm lượng cadimi trong nước thải', 'term=cadimi + term=nước thải'],
  ['determination of mercury content in sea water', 'term=thủy ngân + term=nước biển'],
  ['thuyr sanr', 'term=thủy sản'],
  ['chif trong toom', 'term=chì + term=tôm'],
  ['nuwowcs thair', 'term=nước thải'],
  ['Tæng chÊt r¾n l¬ löng', 'term=tổng chất rắn lơ lửng'],
  ['TSS', 'term=tổng chất rắn lơ lửng'],
  ['tss nước thải', 'term=tổng chất rắn lơ lửng + term=nước thải'],
  ['tong chat ran lo lung', 'term=tổng chất rắn lơ lửng'],
  ['nhu cầu oxy hóa học', 'term=nhu cầu oxy hóa học'],
  ['nhu cầu oxy hoá học', 'term=nhu cầu oxy hóa học'],
  ['COD', 'term=nhu cầu oxy hóa học'],
  ['BOD5', 'term=nhu cầu oxy sinh hóa'],
  ['E. coli trong nước uống', 'term=E. coli + term=nước uống'],
  ['ecoli', 'term=E. coli'],
  ['Salmonella', 'term=Salmonella'],
  ['S. aureus', 'term=tụ cầu vàng'],
  ['do am gao', 'term=độ ẩm + term=gạo'],
  ['độ ẩm', 'term=độ ẩm'],
  ['đo độ ẩm', 'term=độ ẩm'],
  ['moisture', 'term=độ ẩm'],
  ['protein', 'term=đạm'],
  ['thủy sản', 'term=thủy sản'],
  ['thuỷ sản', 'term=thủy sản'],
  ['thu\u0309y sa\u0309n', 'term=thủy sản'],
  ['nước mắm', 'term=nước mắm'],
  ['nước', 'term=nước'],
  ['thức ăn thủy sản', 'term=thức ăn thủy sản'],
  ['nen be tong', 'word + term=bê tông'],
  ['nén bê tông', 'word + term=bê tông'],
  ['cường độ nén bê tông', 'term=cường độ nén + term=bê tông'],
  ['compressive strength of concrete', 'term=cường độ nén + term=bê tông'],
  ['bê tông nhựa', 'term=bê tông nhựa'],
  ['Ca', 'term=canxi'],
  ['cá', 'term=cá'],
  ['ca', 'term=canxi, cá'],
  ['cua', 'term=cua'],
  ['chi trong cua', 'term=chì + term=cua'],
  ['ham luong chi cua tom', 'term=chì + term=tôm'],
  ['mau nuoc thai', 'term=nước thải'],
  ['máu', 'term=máu'],
  ['hong cau trong mau', 'term=hồng cầu + term=máu'],
  ['VILAS 512', 'code=VILAS 512'],
  ['vilas: 0512', 'code=VILAS 512'],
  ['VILAS MED 129', 'code=VILAS MED 129'],
  ['LAS-XD 24.081', 'code=LAS-XD 24.081'],
  ['chì VILAS 185', 'term=chì + code=VILAS 185'],
  ['TCVN 8129:2019', 'method=TCVN 8129@2019'],
  ['tcvn 8129', 'method=TCVN 8129'],
  ['TCVN 5689-2005', 'method=TCVN 5689@2005'],
  ['ISO 6887-1:2017', 'method=ISO 6887-1@2017'],
  ['ISO 6887-1', 'method=ISO 6887-1'],
  ['ASTM D7153-15e1', 'method=ASTM D7153@15e1'],
  ['ASTM D 7153', 'method=ASTM D 7153'],
  ['TCVN/QS 934:2014', 'method=TCVN/QS 934@2014'],
  ['SMEWW 3125B:2023', 'method=SMEWW 3125B@2023'],
  ['AOAC 2015.01', 'method=AOAC 2015.01'],
  ['US EPA Method 200.8', 'method=US EPA METHOD 200.8'],
  ['QCVN 01-1:2018/BYT', 'method=QCVN 01-1@2018'],
  ['chì theo TCVN 8129:2019', 'term=chì + method=TCVN 8129@2019'],
  ['chì trong tôm ở Cẩm Phả', 'term=chì + term=tôm + place=Cẩm Phả'],
  ['chi tp ha long', 'term=chì + place=Hạ Long'],
  ['phường Hồng Gai', 'place=Hồng Gai'],
  ['chì ở đâu', 'term=chì'],
  ['phòng nào thử được chì ở Quảng Ninh', 'term=chì'],
  ['lorpyri', 'part'],
  ['chlor', 'word'],
  ['qqzzxx', 'unknown'],
  ['chì trong qqzzxx', 'term=chì + unknown'],
  ['hạt', 'word'],
  ['phương pháp', 'word + word'],
  ['gas', 'unknown'],
  ['tôm t', 'term=tôm'],
  ['', ''],
  ['  ?! ', ''],
]

describe('a query', () => {
  it.each(cases)('“%s” asks for %s', (query, expected) => {
    expect(asked(query)).toBe(expected)
  })

  it('says how it was read when the keys meant something else', () => {
    expect(understand('thuyr sanr', knowledge).reading).toEqual({ text: 'thủy sản', from: 'telex' })
    expect(understand('Tæng chÊt r¾n', knowledge).reading).toEqual({ text: 'Tổng chất rắn', from: 'tcvn3' })
    expect(understand('thủy sản', knowledge).reading).toBeNull()
    expect(understand('test', knowledge).reading).toBeNull()
  })

  it('names what a word stands for, what it lies within and what lies within it', () => {
    const [tom] = understand('tôm', knowledge).understood
    expect(tom).toMatchObject({
      kind: 'term',
      same: ['tôm', 'shrimp', 'prawn'],
      broader: ['giáp xác', 'thủy sản', 'thực phẩm'],
      narrower: ['tôm sú', 'tôm thẻ chân trắng', 'tôm hùm'],
    })
  })
})

const words = [...new Set(links.flatMap(({ term, other }) => [term, other]))]

describe('laws of understanding', () => {
  it('every known word is understood as its own meaning, in any composition of its letters', () => {
    for (const word of words) {
      const meaning = take(word)
      expect([word, meaning.startsWith('term=')]).toEqual([word, true])
      expect([word, take(word.normalize('NFD'))]).toEqual([word, meaning])
    }
  })

  it('a word typed without accents may mean no less than with them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), (word) => {
        const meant = (text: string): string[] =>
          understand(text, knowledge).concepts.flatMap((concept) =>
            concept.kind === 'term' ? concept.meanings.map(({ name }) => name) : [],
          )
        expect(meant(fold(word))).toEqual(expect.arrayContaining(meant(word)))
      }),
    )
  })

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { understood, concepts } = understand(text, knowledge)
        expect(concepts.length).toBeLessThanOrEqual(understood.length)
      }),
    )
  })
})
