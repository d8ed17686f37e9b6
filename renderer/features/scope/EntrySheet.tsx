// The grid of an annex's lines with what stands around it: counts, actions, what is said of the cell one stands on, pieces not placed yet.
import { Button } from '@mantine/core'
import { IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react'
import { useCallback, useMemo, useState, type JSX } from 'react'
import type { LabPage } from '../../../db/model/shapes/lab'
import { looksLikeAnnex } from '../../../db/model/scope/read-annex'
import type { AnnexContents } from '../../../db/model/shapes/scope'
import { useActions } from '../../actions/action'
import { Page } from '../../components/Page'
import around from '../../components/sheet/around.module.css'
import { SheetGrid, type SheetColumn } from '../../components/sheet/SheetGrid'
import { append, fillBlanks, type SheetRow } from '../../components/sheet/sheet'
import { toast } from '../../components/toast'
import { useGridLayout } from '../../stores/layouts'
import { useNavigation } from '../../stores/navigation'
import { useTexts, type Texts } from '../../texts/texts'
import { columnsFor, firstTrouble, problemsIn, type Lists, type ScopeColumn } from './cells'
import { annexLine } from './annexName'
import { EntryBar } from './EntryBar'
import { EntryTools, PASTE_KEY } from './EntryTools'
import { PastePreview } from './PastePreview'
import { PiecesPane } from './PiecesPane'
import type { Kept } from './kept'
import classes from './scope.module.css'
import { useArrival } from '../../useArrival'
import { useEntry, type Entry } from './useEntry'
import { useSave, type Saving } from './useSave'

export interface EntrySheetProps {
  contents: AnnexContents
  lab: LabPage
  lists: Lists
  draft: Kept | null
}

const widths: Readonly<Record<ScopeColumn, number>> = {
  matrixVi: 170,
  testVi: 240,
  quantity: 200,
  range: 152,
  cmc: 136,
  method: 180,
  methodEdition: 84,
  field: 90,
  inclusion: 116,
  site: 120,
  matrixEn: 160,
  testEn: 200,
  technique: 120,
  note: 140,
}

export function EntrySheet({ contents, lab, lists, draft }: EntrySheetProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const { annex } = contents
  // as opened: cells must not move to other columns while the grid is open
  const [ids] = useState(() => columnsFor(annex.form, lab.sites.length > 1))
  const columns = useColumns(texts, ids, lists)
  const entry = useEntry(contents, draft, ids, lists)
  const [pasted, setPasted] = useState<string | null>(null)
  const [layout, setLayout] = useGridLayout('scopeEntry')
  const { rows } = entry.sheet
  const trouble = useMemo(() => firstTrouble(rows, lists), [rows, lists])
  const saving = useSave(entry, { annex: annex.id, laboratory: lab.id, lists })
  const problemsOf = useProblems(texts, lists, saving.answered)
  const markOf = useMarks(texts, entry)
  useEntryKeys(saving, () => setPasted(''))
  useArrival(pasted === null ? 'sheet' : 'preview')
  return (
    <Page
      fill
      title={t('scope.entry.title')}
      line={annexLine(texts, annex, lab.nameVi)}
      actions={<HeadButtons saving={saving} laboratory={lab.id} />}
      {...(pasted === null && {
        toolbar: <EntryTools entry={entry} draft={draft} trouble={trouble} onPaste={() => setPasted('')} />,
      })}
    >
      {pasted !== null ? (
        <PastePreview
          start={pasted}
          annex={annex}
          lists={lists}
          onClose={() => setPasted(null)}
          onTake={(rows, pieces) => {
            entry.change((now) => append(now, rows))
            entry.setPieces([...entry.pieces, ...pieces])
            setPasted(null)
          }}
        />
      ) : (
        <div className={classes['entry']}>
          <div className={around['work']}>
            <SheetGrid
              label={t('scope.entry.grid')}
              columns={columns}
              sheet={entry.sheet}
              onChange={entry.change}
              problemsOf={problemsOf}
              markOf={markOf}
              onPasteText={(text) => {
                const taken = looksLikeAnnex(text)
                if (taken) setPasted(text)
                return taken
              }}
              onPasted={(rows) => fillPasted(texts, entry, rows)}
              layout={layout}
              onLayout={setLayout}
            />
            <EntryBar entry={entry} columns={columns} problemsOf={problemsOf} earlier={contents.earlier} />
          </div>
          {entry.pieces.length > 0 && <PiecesPane entry={entry} columns={columns} />}
        </div>
      )}
    </Page>
  )
}

function HeadButtons({ saving, laboratory }: { saving: Saving; laboratory: string }): JSX.Element {
  const { t } = useTexts()
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        onClick={() => useNavigation.getState().go('lab', { id: laboratory, section: 'scope' })}
      >
        {t('scope.back')}
      </Button>
      <Button
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        loading={saving.saving}
        title="Ctrl+S"
        aria-keyshortcuts="Control+S"
        onClick={() => void saving.save()}
      >
        {t('scope.entry.save')}
      </Button>
    </>
  )
}

/** A product that spans several rows is empty below its first: pasted, it goes down, as a step of its own that can be undone. */
function fillPasted({ t, n }: Texts, entry: Entry, rows: { top: number; bottom: number }): void {
  entry.change((now) => {
    const { sheet, filled } = fillBlanks(now, 'matrixVi', rows)
    if (filled > 0) toast({ key: 'scope.filled', text: t('scope.entry.filled', { count: filled, shown: n(filled) }) })
    return sheet
  })
}

function useColumns({ t }: Texts, ids: readonly ScopeColumn[], lists: Lists): SheetColumn[] {
  return useMemo(
    () =>
      ids.map((id) => ({
        id,
        label: t(`scope.columns.${id}`),
        width: widths[id],
        ...(id === 'testVi' ? { grow: 2 } : id === 'matrixVi' || id === 'method' ? { grow: 1 } : {}),
        ...(id === 'field' ? { options: lists.fields.map(({ words }) => words) } : {}),
        ...(id === 'site' ? { options: lists.sites.map(({ words }) => words) } : {}),
        ...(id === 'inclusion' ? { options: lists.inclusions.map(({ words }) => words) } : {}),
      })),
    [t, ids, lists],
  )
}

function useProblems(
  { t }: Texts,
  lists: Lists,
  answered: Saving['answered'],
): (row: SheetRow) => Readonly<Record<string, string>> {
  return useCallback(
    (row) => {
      const found: Record<string, string> = {}
      for (const [column, said] of Object.entries(answered[row.key] ?? {}))
        if ((row.cells[column] ?? '') === said.cell) found[column] = said.text
      for (const [column, problem] of Object.entries(problemsIn(row.cells, lists)))
        found[column] = t(`scope.problems.${problem}`)
      return found
    },
    [t, lists, answered],
  )
}

function useMarks({ t }: Texts, { kept }: Entry): (row: SheetRow) => { sign: string; word: string } | null {
  const { base } = kept
  return useCallback(
    (row) => {
      const before = base[row.key]
      if (before === undefined) return { sign: '+', word: t('scope.entry.new') }
      const differs = Object.keys({ ...before, ...row.cells }).some(
        (id) => (before[id] ?? '') !== (row.cells[id] ?? ''),
      )
      return differs ? { sign: '•', word: t('scope.entry.changed') } : null
    },
    [t, base],
  )
}

function useEntryKeys(saving: Saving, paste: () => void): void {
  useActions([
    {
      id: 'scope.save',
      label: 'scope.keys.save',
      shortcut: 'Ctrl+S',
      icon: IconDeviceFloppy,
      run: () => void saving.save(),
    },
    { id: 'scope.paste', label: 'scope.keys.paste', shortcut: PASTE_KEY, run: paste },
  ])
}
