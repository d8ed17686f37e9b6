// What the words of an annex look like: Vietnamese or English, the name of a test, a range, a method. Signs only, never proof:
// what they decide is shown to a person before it is saved.
import { fold, stripMarks } from '../text/fold'

const MARKED = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i
const ENGLISH =
  /(?<![\p{L}\d])(?:of|and|the|in|for|by|with|or|water|wastewater|effluent|drinking|domestic|surface|ground|underground|food|foods|foodstuff|feed|feeding|stuffs?|animal|soil|sludge|sediment|air|ambient|emission|concrete|cement|steel|metals?|metallic|brick|wood|rubber|oil|oils|petroleum|fuel|diesel|gasoline|lubricant|meat|fish|fishery|shrimp|seafood|milk|rice|vegetables?|fruits?|sand|stone|aggregates?|mortar|asphalt|bitumen|plastics?|textiles?|paper|coal|coke|ore|fertilizers?|products?|materials?|samples?|determination|determine|detection|enumeration|measurement|analysis|calculation|testing|test|content|strength|method|total|hardness|ash|moisture|volatile|residue|residues|resistance|compressive|tensile|bending|density|size|particle|tools?|transport|cosmetics|medicine|blood|serum|urine|electrical|cables?|insulation|balance|pressure|gauge|thermometer|sampling|place|bread|tea|coffee|sugar|salt|alcohol|beverages?|noise|dust|light|temperature|humidity|mass|length|volume)(?![\p{L}\d])/iu
const TEST_VI =
  /^(?:xác định|xac dinh|phát hiện|định lượng|định danh|định tính|phân tích|thử|đo |kiểm tra|đếm|tính |khảo sát|phép thử|đánh giá|phương pháp xác định)/iu
const TEST_EN =
  /^(?:determin|detection|detect|enumeration|measur|test|analysis|analys|calculat|identif|examin|screening|evaluation|quantif)/i

/** Designators that begin the number of a method; in-house ones only with a number or a dash behind them. */
const DESIGNATOR =
  '(?:TCVN|QCVN|TCCS|TCN|TCXDVN|TCXD|TCVNCS|ĐLVN|DLVN|ISO|IEC|ASTM|AOAC|AACC|AOCS|ICUMSA|AASHTO|SMEWW|US ?EPA|EPA|NIOSH|OSHA|MASA|EN|BS|DIN|JIS|GOST|GB|NF|NMKL|API|IP|ACI|UIC|CIPAC|EURACHEM|QĐ|QTTN|QTHC|QTKĐ|QTPT|QT|HDPP|HDTN|PPNB|PPTN|PP|SOP|STM|TTNB|KNHD|CDC|WHO|BAM|FDA|MFHPB|OIV|OIE|(?:10|14|22|28|34|64) ?TCN)'
const METHOD = new RegExp(
  `^(?:[(\\[]\\s*)?(?:(?:Ref(?:er)?\\.?|Tham khảo|HD\\.?|Theo)\\s*[:.]?\\s*)?${DESIGNATOR}(?=$|[\\s.:/_-]|\\d)[^\\n]*\\d`,
  'u',
)
const METHOD_INSIDE = new RegExp(`(?<=[\\s)])${DESIGNATOR}(?=[\\s.:/_-]|\\d)[^\\n]{0,12}\\d`, 'u')
const RANGE =
  /^[([]?\s*(?:(?:LOQ|LOD|MDL|eLOD\d*|POD|max|min|đến|từ|tới|up to|to|from|≤|≥|<|>|±|~|[-–−+]?\s*\d)[\s:=.,]*)/iu
const RANGE_AT_END =
  /(?:^|\s)((?:LOQ|LOD|MDL)?\s*[:=]?\s*[([]?\s*(?:[<>≤≥±]\s*)?[-–−]?\d[\d.,]*\s*(?:(?:[~÷]|đến|to|-|–)\s*[-–−]?\d[\d.,]*)?\s*[)\]]?\s*(?:%|°C|ºC|oC|[µμmkcdn]?[gGlLm](?:\/[\p{L}\d]+)*|m[gLl]\/[\p{L}\d]+|CFU\/\p{L}+|MPN\/\d*\s*\p{L}+|NTU|Pt-?Co|TCU|kN|N|MPa|kPa|dB[A]?|mm|Bq\/\p{L}+|[µμ]S\/cm|V|A|Ω)?(?:\/[\p{L}\d]+)?)$/u

/** Letters beyond those that units and signs have. */
const wordsIn = (text: string): number => (text.match(/\p{L}{5,}/gu) ?? []).length

export const isVietnamese = (text: string): boolean => MARKED.test(text)
/** Says English only where an English word stands and no Vietnamese letter: names of substances and germs belong to both. */
export const isEnglish = (text: string): boolean => !MARKED.test(text) && (ENGLISH.test(text) || TEST_EN.test(text))
export const namesTest = (text: string): boolean => TEST_VI.test(text) || TEST_EN.test(text)
export const isMethod = (text: string): boolean => METHOD.test(text)

export function isRange(text: string): boolean {
  return RANGE.test(text) && /\d/.test(text) && wordsIn(text.replaceAll(/đến|từ/gu, '')) === 0 && !namesTest(text)
}

/** Where a method begins inside a line that begins with other words; -1: nowhere. */
export function methodAt(text: string): number {
  return METHOD_INSIDE.exec(text)?.index ?? -1
}

/** The range that ends a line of other words: where it begins, -1 where there is none. */
export function rangeAt(text: string): number {
  const found = RANGE_AT_END.exec(text)
  // a bare number may belong to the name (“Escherichia coli O157”, “PM 10”)
  if (found?.[1] === undefined || !/[~÷%/<>≤≥]|LO[QD]|MDL|đến|\p{L}$/u.test(found[1])) return -1
  return found.index + found[0].length - found[1].length
}

/** Where the name of a test begins inside a line, after the product; -1: the line does not name one further in. */
export function testAt(text: string): number {
  const found = /(?<=\s)(?:Xác định|Phát hiện|Định lượng|Phân tích|Đo độ|Thử |Kiểm tra)/u.exec(text)
  return found?.index ?? -1
}

/** The words alone: for comparing headings and labels that lost spaces or marks on their way. */
export const bare = (text: string): string => stripMarks(text).replaceAll(/[^a-z0-9]+/g, '')
export const folded = (text: string | null): string => fold(text ?? '')

export interface Both {
  vi: string | null
  en: string | null
}

/** One cell of both languages: two lines, or “Nước thải/ Wastewater”. What is not surely English stays with the Vietnamese. */
export function splitBoth(cell: string): Both {
  const lines = cell
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length > 1) {
    const first = lines.findIndex((line, at) => at > 0 && isEnglish(line) && !lines.slice(at).some(isVietnamese))
    if (first > 0) return { vi: lines.slice(0, first).join(' '), en: lines.slice(first).join(' ') }
  }
  return splitSlash(lines.join(' '))
}

function splitSlash(text: string): Both {
  for (const { index } of text.matchAll(/\//g)) {
    const vi = text.slice(0, index).trim()
    const en = text.slice(index + 1).trim()
    if (vi !== '' && isVietnamese(vi) && !isEnglish(vi) && isEnglish(en)) return { vi, en }
  }
  return isEnglish(text) ? { vi: null, en: text } : { vi: text === '' ? null : text, en: null }
}
