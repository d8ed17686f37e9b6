// The sheet with what stands around it: how much is edited, what stops a saving, what is said of the cell one stands on.
import { Button } from '@mantine/core'
import { IconArrowLeft, IconDeviceFloppy, IconForms } from '@tabler/icons-react'
import { useCallback, useMemo, type JSX, type KeyboardEvent } from 'react'
import { useActions } from '../../../actions/action'
import { isComposing, matches } from '../../../actions/shortcut'
import { Page } from '../../../components/Page'
import { SheetGrid, type SheetColumn } from '../../../components/sheet/SheetGrid'
import type { SheetRow } from '../../../components/sheet/sheet'
import { useGridLayout } from '../../../stores/layouts'
import { useNavigation } from '../../../stores/navigation'
import { useTexts, type Texts } from '../../../texts/texts'
import { useArrival } from '../../../useArrival'
import { openForm } from '../forms/openForm'
import type { Table } from '../many/table'
import type { Filled } from '../many/useTable'
import { SheetBar } from './SheetBar'
import { SheetTools } from './SheetTools'
import { isChanged, type Kept, type Standing } from './standing'
import classes from '../../../components/sheet/around.module.css'
import { useRecordSheet, type RecordSheet } from './useRecordSheet'
import { useSheetSave } from './useSheetSave'

export interface RecordSheetPageProps {
  filled: Filled
  draft: Kept | null
  draftKey: string
  refetch: () => void
  /** laboratories in the sheet, of so many that the list had; 0: not opened from the list */
  labs: { shown: number; all: number }
}

const SAVE = 'Ctrl+S'
const FORM = 'F4'

export function RecordSheetPage({ filled, draft, draftKey, refetch, labs }: RecordSheetPageProps): JSX.Element {
  const texts = useTexts()
  const { t, n } = texts
  const record = useRecordSheet(filled, draft, draftKey)
  const { saving, save } = useSheetSave(record, refetch)
  const { kind } = filled.table
  const [layout, setLayout] = useGridLayout(`sheet.${kind}`)
  const columns = useColumns(filled.table)
  const differs = useDiffers(record.standing)
  const markOf = useMarks(texts, record.standing, differs)
  const nameOf = useCallback(({ key }: SheetRow) => record.standing.base.get(key)?.name ?? '', [record.standing.base])
  const form = (): void => openFormOf(record)
  useActions([
    { id: 'sheet.save', label: 'many.sheet.keys.save', shortcut: SAVE, icon: IconDeviceFloppy, run: () => void save() },
    { id: 'sheet.form', label: 'many.sheet.keys.form', shortcut: FORM, icon: IconForms, run: form },
  ])
  useArrival('sheet')
  const shown = { count: labs.shown, shown: n(labs.shown) }
  return (
    <Page
      fill
      title={t(`many.actions.${kind}`)}
      line={labs.all > labs.shown ? t('many.sheet.limited', { ...shown, all: n(labs.all) }) : t('many.sheet.of', shown)}
      actions={<HeadButtons saving={saving} onSave={() => void save()} />}
      toolbar={<SheetTools record={record} onForm={form} hadDraft={draft !== null} />}
    >
      <div className={classes['work']} onKeyDown={(event) => ownSave(event, () => void save())}>
        <SheetGrid
          label={t(`many.sheet.grid.${kind}`)}
          columns={columns}
          sheet={record.standing.sheet}
          onChange={record.change}
          problemsOf={record.problemsOf}
          markOf={markOf}
          differs={differs}
          nameOf={nameOf}
          layout={layout}
          onLayout={setLayout}
        />
        <SheetBar record={record} columns={columns} />
      </div>
    </Page>
  )
}

function HeadButtons({ saving, onSave }: { saving: boolean; onSave: () => void }): JSX.Element {
  const { t } = useTexts()
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        onClick={() => useNavigation.getState().go('labs')}
      >
        {t('many.sheet.back')}
      </Button>
      <Button
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        loading={saving}
        title={SAVE}
        aria-keyshortcuts="Control+S"
        onClick={onSave}
      >
        {t('many.sheet.save')}
      </Button>
    </>
  )
}

/** While a form stands open beside the sheet, Ctrl+S in the sheet still saves the sheet. */
function ownSave(event: KeyboardEvent, save: () => void): void {
  if (isComposing(event.nativeEvent) || !matches(SAVE, event.nativeEvent)) return
  event.preventDefault()
  save()
}

/** The same record as a form, beside the sheet. */
function openFormOf({ standing }: RecordSheet): void {
  const row = standing.base.get(standing.sheet.rows[standing.sheet.at.row]?.key ?? '')
  const [laboratory] = row?.labs ?? []
  if (row === undefined || laboratory === undefined) return
  if (standing.filled.table.kind === 'laboratory') openForm({ form: 'laboratory', id: row.id })
  else openForm({ form: 'accreditation', laboratory, id: row.id })
}

function useColumns({ heads, fields }: Table): SheetColumn[] {
  return useMemo(
    () => [
      ...heads,
      ...fields.map(({ id, label, width, grow, list }) => ({
        id,
        label,
        width,
        ...(grow === undefined ? {} : { grow }),
        ...(list === undefined ? {} : { options: [...new Set(list.map(({ words }) => words))] }),
      })),
    ],
    [heads, fields],
  )
}

type Differs = (row: SheetRow, column: string) => boolean

function useDiffers({ filled, base }: Standing): Differs {
  return useCallback(
    ({ key, cells }, column) => {
      const field = filled.table.fields.find(({ id }) => id === column)
      return field !== undefined && isChanged(field, cells[column] ?? '', base.get(key))
    },
    [filled, base],
  )
}

function useMarks(
  { t }: Texts,
  { filled, gone }: Standing,
  differs: Differs,
): (row: SheetRow) => { sign: string; word: string } | null {
  return useCallback(
    (row) => {
      if (gone.has(row.key)) return { sign: '✕', word: t('many.sheet.gone') }
      return filled.table.fields.some(({ id }) => differs(row, id))
        ? { sign: '•', word: t('many.sheet.changed') }
        : null
    },
    [t, filled, gone, differs],
  )
}
