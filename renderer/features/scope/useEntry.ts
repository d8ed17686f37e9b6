// The entry grid of one annex while it is open: its rows, what they were in the register, what was pasted and not placed yet. Everything
// unsaved is kept as a draft and is there again when the screen is.
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { AnnexContents, AnnexLine } from '../../../db/model/shapes/scope'
import { lineageOf } from '../../../db/model/scope/compare'
import { commit, newSheet, rowsNow, type Sheet, type SheetRow } from '../../components/sheet/sheet'
import { useSheetDraft } from '../../useSheetDraft'
import { cellsOf, changeOf, isBlank, type Cells, type Lists, type ScopeColumn } from './cells'
import { draftKey, type Kept } from './kept'
import { isChanged } from './saveRows'

export interface Entry {
  sheet: Sheet
  change: (change: (sheet: Sheet) => Sheet) => void
  kept: Kept
  changed: boolean
  pieces: readonly string[]
  setPieces: (pieces: readonly string[]) => void
  setContinues: (links: Readonly<Record<string, string | null>>) => void
  /** the register holds the rows now, under these ids */
  settle: (keys: readonly string[], saved: { ids: readonly string[]; seq: number }) => void
  /** takes up what others wrote meanwhile, so that the next saving goes over it knowingly */
  meet: (fresh: AnnexContents) => void
  /** back to what the register has; the draft goes */
  drop: () => void
  /** earlier lines that rows continue word for word, and those that they may continue, by row key */
  lineage: { exact: ReadonlyMap<string, string>; offered: ReadonlyMap<string, string> }
}

type Standing = Pick<Kept, 'base' | 'seen' | 'pieces' | 'continues'>

export function useEntry(
  contents: AnnexContents,
  draft: Kept | null,
  columns: readonly ScopeColumn[],
  lists: Lists,
): Entry {
  const fresh = useMemo(() => startOf(contents, lists), [contents, lists])
  const [opened] = useState(() => ({ fresh, draft }))
  const start = opened.draft === null ? opened.fresh : withOthers(opened.draft, opened.fresh)
  const [sheet, setSheet] = useState(() => newSheet(columns, start.rows, start.made))
  const [standing, setStanding] = useState<Standing>(start)
  const rows = rowsNow(sheet)
  const kept = useMemo(() => ({ ...standing, rows, made: sheet.made }), [standing, rows, sheet.made])
  const changed = useMemo(() => isChanged(kept), [kept])
  const unsaved = changed || standing.pieces.length > 0
  useSheetDraft(draftKey(contents.annex.id), unsaved ? kept : null, opened.draft !== null)
  const part = (next: Partial<Standing>): void => setStanding((now) => ({ ...now, ...next }))
  return {
    sheet,
    change: useCallback((next) => setSheet(next), []),
    kept,
    changed,
    pieces: standing.pieces,
    setPieces: (pieces) => part({ pieces }),
    setContinues: (links) => setStanding((now) => ({ ...now, continues: { ...now.continues, ...links } })),
    settle: (keys, { ids, seq }) => {
      const idOf = new Map(keys.map((key, at) => [key, ids[at]!]))
      const named = (all: readonly SheetRow[]): SheetRow[] =>
        all.map((row) => ({ ...row, key: idOf.get(row.key) ?? row.key }))
      // what was typed while the saving was on its way stays, and so does the way back
      setSheet((now) => {
        const done = commit(now)
        return { ...done, rows: named(done.rows), past: done.past.map(named), future: done.future.map(named) }
      })
      part({ base: baseOf(named(rows.filter(({ key }) => idOf.has(key)))), seen: seq, continues: {} })
    },
    meet: (now) => part({ base: startOf(now, lists).base, seen: now.seq }),
    drop: () => {
      setSheet((now) => ({ ...newSheet(columns, fresh.rows, now.made), at: now.at, from: now.at }))
      setStanding(fresh)
    },
    lineage: useLineage(contents, kept, lists),
  }
}

const baseOf = (rows: readonly SheetRow[]): Kept['base'] =>
  Object.fromEntries(rows.map(({ key, cells }) => [key, cells]))

function startOf({ lines, seq }: AnnexContents, lists: Lists): Kept {
  const rows = lines.map((line) => ({ key: line.id, cells: cellsOf(line, lists) }))
  return { rows, base: baseOf(rows), seen: seq, pieces: [], continues: {}, made: 0 }
}

/** A draft with the lines that came since: those of its own new rows, where the saving got through but its answer did not, stand in the rows'
    places, so that they are never added twice; those that others added stand at its end. */
export function withOthers(draft: Kept, fresh: Kept): Kept {
  const added = fresh.rows.filter(({ key }) => draft.base[key] === undefined)
  const left = [...added]
  const rows = draft.rows.map((row) => {
    if (draft.base[row.key] !== undefined || isBlank(row.cells)) return row
    const at = left.findIndex((line) => sameCells(line.cells, row.cells))
    return at === -1 ? row : left.splice(at, 1)[0]!
  })
  return { ...draft, rows: [...rows, ...left], base: { ...draft.base, ...baseOf(added) } }
}

function sameCells(a: Cells, b: Cells): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((column) => (a[column] ?? '').trim() === (b[column] ?? '').trim())
}

/** Asked while nothing is typed; earlier lines that others continue already are out of it. */
function useLineage({ earlier, lines }: AnnexContents, kept: Kept, lists: Lists): Entry['lineage'] {
  const { rows, base, continues } = useDeferredValue(kept)
  return useMemo(() => {
    const taken = new Set([...lines.map((line) => line.continues), ...Object.values(continues)])
    const asked = rows.filter(
      (row) => base[row.key] === undefined && !isBlank(row.cells) && continues[row.key] === undefined,
    )
    const free = earlier.filter((line) => !taken.has(line.id))
    return lineageOf(
      free,
      asked.map((row) => asLine(row, lists)),
    )
  }, [rows, base, continues, earlier, lines, lists])
}

function asLine(row: { key: string; cells: Cells }, lists: Lists): AnnexLine {
  const change = changeOf(row.cells, lists)
  const text = (column: keyof typeof change): string | null => (change[column] as string | null | undefined) ?? null
  return {
    id: row.key,
    lineage: row.key,
    position: '',
    matrixVi: text('matrixVi'),
    matrixEn: text('matrixEn'),
    testVi: text('testVi'),
    testEn: text('testEn'),
    technique: text('technique'),
    quantity: text('quantity'),
    range: text('range'),
    cmc: text('cmc'),
    method: text('method'),
    methodEdition: text('methodEdition'),
    site: text('site'),
    inclusion: change.inclusion ?? 'included',
    field: null,
    siteName: null,
    continues: null,
    note: null,
  }
}
