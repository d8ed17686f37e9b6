// Accreditation codes within a text, as it prints them (“VILAS: 512”, “LAS-XD 24.081”), with where they stand.
import { parseCode, type CodeResult } from './parse'

export interface FoundCode {
  start: number
  end: number
  text: string
  read: CodeResult
}

const CODE =
  /(?<![\p{L}\p{N}])(?:vilas(?:[\s\-–]*med)?|vias|vicas|vipas|viras|vimcerts?|vla[tcm]|valas(?:[\s\-–]*med)?|las(?:[\s\-–]*xd)?)[\s:.\-–#]*(?:số\s*)?\d[\d.,]*/giu

export function findCodes(text: string): FoundCode[] {
  return Array.from(text.matchAll(CODE), ({ 0: found, index: start }) => {
    const printed = found.replace(/[.,]+$/, '')
    return { start, end: start + printed.length, text: printed, read: parseCode(printed) }
  })
}
