// Telephone numbers as printed: text, several per place, faxes apart. Nothing is rewritten; since 2018 an old Quảng Ninh landline
// “033 + 7 digits” looks like a mobile number, so the new area code 0203 (from 2017) is only ever suggested.

export interface Phones {
  phones: string[]
  faxes: string[]
}

const LABEL = /(?:\(?(?:fax|tel|phone|mobile|hotline|điện thoại|di động|đt|dđ|sđt)(?![\p{L}\d])\)?[.:\s/&]*)+/giu
const FAX = /fax/i
/** “Tel/Fax”: one number for both. */
const isShared = (label: string): boolean =>
  /[/&]/.test(label) && FAX.test(label) && /\p{L}/u.test(label.replaceAll(/fax/gi, ''))
const digitsIn = (text: string): number => text.replaceAll(/\D/g, '').length

/** A comma or slash parts two numbers only where both sides are whole ones: “0203 3826 338/9” is one text. */
function splitNumbers(text: string): string[] {
  const parts: string[] = []
  for (const piece of text.split(/\s*(?:[;|\n])\s*/)) {
    let current = ''
    for (const part of piece.split(/(\s*[,/]\s*|\s+[-–]\s+)/)) {
      const separator = /^[\s,/–-]+$/.test(part)
      if (separator || current === '' || !/[,/–-]\s*$/.test(current)) current += part
      else if (digitsIn(part) >= 7 && digitsIn(current) >= 7) {
        parts.push(current)
        current = part
      } else current += part
    }
    parts.push(current)
  }
  return parts
    .map((part) => part.replaceAll(/\s+/g, ' ').replaceAll(/^[\s,/:–-]+|[\s,/:–-]+$/g, ''))
    .filter((part) => part !== '')
}

/** Splits “033 3846360; Fax 033 3846349”: labels go, each number stays as written (spaces apart), order kept. */
export function tidyPhones(text: string): Phones {
  const written = text.normalize('NFC')
  const result: Phones = { phones: [], faxes: [] }
  let from = 0
  let into = [result.phones]
  const add = (until?: number): void => {
    for (const list of into) list.push(...splitNumbers(written.slice(from, until)))
  }
  for (const label of written.matchAll(LABEL)) {
    add(label.index)
    from = label.index + label[0].length
    into = isShared(label[0]) ? [result.phones, result.faxes] : [FAX.test(label[0]) ? result.faxes : result.phones]
  }
  add()
  return result
}

/** What a number has in it that could be an old landline: most texts are told by it before they are parted into numbers. */
const MAYBE_OLD = /(?:0|84[\s.()-]*)33/
export const mayHaveOldAreaCode = (text: string): boolean => MAYBE_OLD.test(text)

/**
 * The number with 0203 for the old Quảng Ninh code 033, as a question to a person; null when it cannot be an old landline.
 * Written without a gap only numbers beginning with 3, as nearly all landlines did, are asked about.
 */
export function suggestAreaCode(number: string): string | null {
  const found = /^(\(?)(?:0|\+?84[\s.-]*\)?[\s.(-]*0?)33(\)?)([\s.-]*)(\d[\d\s.-]*)$/.exec(number.trim())
  if (found === null) return null
  const [, open = '', close = '', gap = '', local = ''] = found
  if (digitsIn(local) !== 7 || !/^[2-9]/.test(local)) return null
  if (close === '' && gap === '' && !local.startsWith('3')) return null
  return `${close === '' ? '' : open}0203${close}${gap === '' && close === '' ? ' ' : gap}${local}`
}
