// A file before it is compared with anything: what is in it, where its headings seem to be, in what letters it is written.
import { RegistryError } from '../../model/errors'
import type { Job } from '../../jobs/job'
import type { ImportChoices } from '../../model/imports'
import type { ImportLook } from '../../model/shapes/exchange'
import { textOf } from '../cells'
import { findHeader, formOf } from '../headings'
import { limits } from '../limits'
import { converted, openTable, wordsOf, type OpenedTable, type TableSource } from '../read-table'

export interface LookJob {
  source: TableSource
  choices: ImportChoices
}

const TOP = 40
const SAMPLES = 6

/** Throws what `readTable` throws, but for headings that are not found and letters that can be converted: these it tells. */
export async function lookAt({ source, choices }: LookJob, watch: Job): Promise<ImportLook> {
  const { opened, legacy } = await openAnyhow(source, choices)
  watch.check()
  const top = opened.rows.slice(0, TOP)
  const header = findHeader(opened.rows, choices)
  return {
    file: opened.file,
    format: opened.format,
    carried: opened.carried,
    sheets: opened.sheets,
    sheet: opened.sheet,
    rows: top.map(({ number, cells }) => ({
      row: number,
      form: formOf(cells),
      cells: cells.map((cell) => textOf(cell)?.slice(0, 300) ?? null),
    })),
    header: header && {
      row: opened.rows[header.at]!.number,
      columns: header.columns.map(({ heading, key, kept }) => ({ heading, key, kept: kept === true })),
      form: header.form,
    },
    legacy,
    decomposed: wordsOf(opened.rows.slice(0, 200)).some((text) => text !== text.normalize('NFC')),
  }
}

/** Bytes that are no Unicode are read in the encoding they seem to be in, so that a person can see and confirm it. */
async function openAnyhow(
  source: TableSource,
  choices: ImportChoices,
): Promise<{ opened: OpenedTable; legacy: ImportLook['legacy'] }> {
  try {
    const opened = await openTable(source, choices, limits)
    return { opened, legacy: legacyIn(opened) }
  } catch (error) {
    const rule = error instanceof RegistryError && choices.text === undefined ? error.fields?.[0]?.rule : undefined
    const kind = rule === undefined ? undefined : kinds[rule]
    if (kind === undefined) throw error
    const opened = await openTable(source, { ...choices, text: kind }, limits)
    // one byte a letter, as an old program without its font shows it
    const raw = await openTable(source, { ...choices, text: 'tcvn3' }, limits, false)
    return {
      opened,
      legacy: { kind, samples: pairs(wordsOf(raw.rows.slice(0, 200)), wordsOf(opened.rows.slice(0, 200))) },
    }
  }
}

const kinds: Readonly<Record<string, NonNullable<ImportLook['legacy']>['kind']>> = {
  'file.tcvn3': 'tcvn3',
  'file.vni': 'vni',
  'file.windows1258': 'windows-1258',
}

/** What conversion changes, each text once. */
function pairs(before: readonly string[], after: readonly string[]): { before: string; after: string }[] {
  const found = new Map(before.map((text, at) => [text, after[at] ?? '']))
  return [...found].flatMap(([old, text]) => (old === text ? [] : [{ before: old, after: text }])).slice(0, SAMPLES)
}

function legacyIn({ legacy: kind, rows }: OpenedTable): ImportLook['legacy'] {
  if (kind === null) return null
  const top = rows.slice(0, 200)
  return { kind, samples: pairs(wordsOf(top), wordsOf(top.map((row) => converted(row, kind)))) }
}
