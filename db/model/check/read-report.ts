// The parts of a report in a pasted block: lines with labels (“Phương pháp thử: …”), else a code, a date and a designation wherever they stand.
// Only what is recognised is filled in; everything stays for the person to correct.
import { findCodes } from '../codes/find'
import { parseDate, precision } from '../dates/partial'
import { nfc, stripMarks } from '../text/fold'
import { fromTcvn3, looksLikeTcvn3 } from '../text/tcvn3'

export type ReadReport = Partial<Record<'code' | 'lab' | 'day' | 'test' | 'method' | 'site' | 'signatory', string>>

type Label = keyof ReadReport | 'sample'

/** At the start of a line, before a colon or a tab; on text without marks. */
const LABELS: readonly (readonly [Label, RegExp])[] = [
  ['code', /^(?:so hieu|ma so|ma hieu|ma|ma phong|ma cong nhan|so cong nhan|code|accreditation (?:no|code))\.?$/],
  ['method', /^(?:phuong phap|phuong phap thu|phuong phap thu nghiem|method|test method)$/],
  ['test', /^(?:phep thu|chi tieu|chi tieu thu|ten chi tieu|ten phep thu|phep thu nghiem|test|parameter)$/],
  ['sample', /^(?:ten mau|mau|loai mau|nen mau|mau thu|san pham|ten san pham|sample)$/],
  [
    'day',
    /^(?:ngay|ngay phat hanh|ngay ban hanh|ngay bao cao|ngay tra ket qua|ngay ky|ngay tren phieu|date|date of issue|issued)$/,
  ],
  ['site', /^(?:dia diem|dia diem thu|dia diem thu nghiem|noi thu|noi thu nghiem|location)$/],
  ['signatory', /^(?:nguoi ky|nguoi co tham quyen ky|ky ten|nguoi duyet|approved by|signatory|signed by)$/],
  [
    'lab',
    /^(?:phong|ten phong|phong thi nghiem|phong thu nghiem|ten phong thi nghiem|ten phong thu nghiem|laboratory)$/,
  ],
]
const LINE = /^\s*([^:\t]{2,40}?)(?:\s*\/[^:\t]*)?\s*[:\t]\s*(.+?)\s*$/
const DATE = /(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/iu
const METHOD =
  /(?<![\p{L}\p{N}])(?:TCVN|QCVN|ĐLVN|ISO|ASTM|AOAC|SMEWW|US EPA|EPA)[\s\p{L}/]{0,10}\d[\p{L}\d.-]*(?:\s?:\s?\d{4})?/u

export function readReport(pasted: string): ReadReport {
  const text = looksLikeTcvn3(pasted) ? fromTcvn3(pasted) : nfc(pasted)
  const found = new Map<Label, string>()
  for (const line of text.split(/\r?\n/)) {
    const [, label = '', value = ''] = LINE.exec(line) ?? []
    const part = LABELS.find(([, words]) => words.test(stripMarks(label).trim()))?.[0]
    if (part !== undefined && !found.has(part)) found.set(part, value)
  }
  const [code] = findCodes(text)
  if (!found.has('code') && code !== undefined) found.set('code', code.text)
  const day = dayOf(found.get('day') ?? '') ?? dayOf(text)
  if (day === null) found.delete('day')
  else found.set('day', day)
  const method = METHOD.exec(found.get('method') ?? text)?.[0]
  if (!found.has('method') && method !== undefined) found.set('method', method.trim())
  const sample = found.get('sample')
  if (sample !== undefined) found.set('test', [found.get('test'), sample].filter(Boolean).join(' – '))
  found.delete('sample')
  return Object.fromEntries(found)
}

/** The first whole day in the text, as it is written there. */
function dayOf(text: string): string | null {
  const written = DATE.exec(text)?.[0]
  if (written === undefined) return null
  const read = parseDate(written)
  return read.ok && precision(read.value.iso) === 'day' ? written : null
}
