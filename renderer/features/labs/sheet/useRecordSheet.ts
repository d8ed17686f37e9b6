// The open sheet: it follows the register, keeps its draft, and says of each cell what is wrong with it.
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { commit, lastRow, rowsNow, type Sheet, type SheetRow } from '../../../components/sheet/sheet'
import { useTexts } from '../../../texts/texts'
import { useSheetDraft } from '../../../useSheetDraft'
import { readCell } from '../many/field'
import type { Filled } from '../many/useTable'
import {
  changedCells,
  clashAt,
  follow,
  isChanged,
  keptOf,
  startOf,
  type Found,
  type Kept,
  type Standing,
  type Told,
  withClashes,
} from './standing'

export interface RecordSheet {
  standing: Standing
  change: (change: (sheet: Sheet) => Sheet) => void
  /** remembers what the person has been told of cells */
  tell: (told: readonly Told[]) => void
  /** cells that differ from the register */
  changed: readonly Found[]
  /** cells that stop a saving */
  trouble: readonly Found[]
  troubleOf: (rows: readonly SheetRow[]) => readonly Found[]
  /** sentences by column */
  problemsOf: (row: SheetRow) => Readonly<Record<string, string>>
  /** everything as in the register again, as one step that can be taken back */
  drop: () => void
}

export function useRecordSheet(filled: Filled, draft: Kept | null, key: string): RecordSheet {
  const [standing, setStanding] = useState(() => startOf(filled, draft))
  if (standing.filled !== filled) setStanding(follow(standing, filled))
  const { sheet, base, clashes } = standing
  const rows = rowsNow(sheet)
  const kept = useMemo(
    () => keptOf({ filled: standing.filled, base, clashes }, rows),
    [standing.filled, base, clashes, rows],
  )
  useSheetDraft(key, kept, draft !== null)
  const calm = useDeferredValue(sheet.rows)
  const changed = useMemo(() => changedCells({ filled: standing.filled, base }, calm), [standing.filled, base, calm])
  const blocks = useBlocks(standing)
  const troubleOf = useCallback(
    (all: readonly SheetRow[]) =>
      all.flatMap((row, at) => Object.keys(blocks(row)).map((column) => ({ row: at, column }))),
    [blocks],
  )
  const trouble = useMemo(() => troubleOf(calm), [troubleOf, calm])
  return {
    standing,
    change: useCallback((next) => setStanding((now) => ({ ...now, sheet: next(now.sheet) })), []),
    tell: (told) => setStanding((now) => withClashes(now, told)),
    changed,
    trouble,
    troubleOf,
    problemsOf: useProblems(standing, blocks),
    drop: () => setStanding(dropped),
  }
}

/** As in the register again, as one step of the sheet. */
function dropped(now: Standing): Standing {
  const done = commit(now.sheet)
  const fresh = startOf(now.filled, null).sheet
  const row = Math.min(done.at.row, lastRow(fresh))
  const at = { ...done.at, row }
  return { ...now, clashes: {}, sheet: { ...fresh, past: [...done.past, done.rows], at, from: at } }
}

type Sentences = Readonly<Record<string, string>>

/** What stops a row from being saved, as far as it is known here: words that mean nothing, a record in the trash. */
function useBlocks({ filled, base, gone }: Standing): (row: SheetRow) => Sentences {
  const { t } = useTexts()
  return useCallback(
    ({ key, cells }) => {
      const before = base.get(key)
      const found: Record<string, string> = {}
      for (const field of filled.table.fields) {
        const text = cells[field.id] ?? ''
        const read = readCell(field, text, before)
        if (gone.has(key) && isChanged(field, text, before)) found[field.id] = t('many.sheet.goneText')
        else if ('problem' in read) found[field.id] = read.problem
      }
      return found
    },
    [t, filled, base, gone],
  )
}

/** Beside that, cells which the register has moved under. */
function useProblems({ clashes }: Standing, blocks: (row: SheetRow) => Sentences): (row: SheetRow) => Sentences {
  const { t } = useTexts()
  return useCallback(
    (row) => {
      const found: Record<string, string> = {}
      for (const id of Object.keys(clashes[row.key] ?? {})) {
        const clash = clashAt({ clashes }, row, id)
        if (clash === undefined) continue
        const theirs = clash.theirs === '' ? t('many.empty') : clash.theirs
        found[id] =
          clash.by === null ? t('many.sheet.moved', { theirs }) : t('many.sheet.theirs', { by: clash.by, theirs })
      }
      return { ...found, ...blocks(row) }
    },
    [t, clashes, blocks],
  )
}
