// Designations of methods in a query: “TCVN 8129:2019”, “ISO 6887-1:2017”, “ASTM D7153-15e1”, “TCVN/QS 934:2014” are one thing each,
// with the edition apart. Reads text without marks; the index holds the same words (dashes, colons and slashes cut them).
import { fold } from '../model/text/fold'

export interface Designation {
  /** the words it was read from */
  start: number
  end: number
  /** body and number, without edition: “TCVN 8129” */
  name: string
  edition: string | null
  /** ways in which annexes may print it, as folded words in a row */
  phrases: string[][]
}

const BODIES =
  'tcvn|qcvn|tcxdvn|tcxd|tccs|tcn|dlvn|iso|iec|astm|aoac|smeww|us epa|usepa|epa|aashto|nmkl|din|jis|gost|en|bs|asme|aws|ieee|masa|niosh|osha|aocs|icumsa|cipac|gb|ip|api|usp|woah|oie|euramet|jecfa'
const PATTERN = new RegExp(
  String.raw`(?<![a-z0-9])((?:${BODIES})(?:[ /]+(?:${BODIES}|qs|ts|tr|method|pt|cac))*)[ .:\-–]*` +
    String.raw`((?:[a-z]{1,2}[ .]?)?\d[\da-z]*(?:[.\-–]\d+[a-z]?\d?)*(?: [a-z](?=\s?:))?)` +
    String.raw`(?:\s?:\s?((?:19|20)\d\d|\d\d(?!\d))(?:[a-z]\d)?)?(?:/[a-z]+)?(?![a-z0-9])`,
  'giu',
)
const YEAR_AFTER_DASH = /^(.+?)[-–]((?:19|20)\d\d)$/
/** ASTM D7153-15e1, AASHTO T27-20: the year has two figures. */
const SHORT_YEAR = /^(.+?)[-–](\d\d[a-z]?(?:e\d)?)$/
const SHORT_YEARS = /^(?:astm|aashto|ieee|aws)\b/

/** `bare` is the query without marks, as long as the query itself. */
export function findDesignations(bare: string): Designation[] {
  return Array.from(bare.matchAll(PATTERN), (found) => {
    const body = found[1]!.trim()
    let number = found[2]!
    let edition = found[3] ?? null
    const late =
      edition === null
        ? (YEAR_AFTER_DASH.exec(number) ?? (SHORT_YEARS.test(body) ? SHORT_YEAR.exec(number) : null))
        : null
    if (late) [, number = '', edition = null] = late
    const name = `${body} ${number}`.toUpperCase()
    return { start: found.index, end: found.index + found[0].length, name, edition, phrases: spellings(body, number) }
  })
}

/** “D7153” is also printed “D 7153”, “3125 B” also “3125B”. */
function spellings(body: string, number: string): string[][] {
  const cut = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const apart = number.replace(/^([a-z]{1,2})[ .]?(?=\d)/i, '$1 ').replace(/^(\d+)([a-z])$/i, '$1 $2')
  const joined = apart.replace(/^([a-z]{1,2}) /i, '$1').replace(/^(\d+) ([a-z])$/i, '$1$2')
  const all = [...new Set([number, apart, joined].map((text) => cut(`${body} ${text}`).join(' ')))]
  return all.map((phrase) => phrase.split(' '))
}
