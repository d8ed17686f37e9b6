// “Bảng từ”: the pairs of words that the capability search takes together. Enter or F2 edits, Ctrl+N adds, Delete sends to the trash.
import { Button } from '@mantine/core'
import { IconArrowLeft, IconPencil, IconPlus, IconSearch, IconTrash, IconVocabulary } from '@tabler/icons-react'
import { useCallback, useRef, useState, type JSX, type RefObject } from 'react'
import type { TermList, TermRow } from '../../../db/model/shapes/terms'
import { useActions } from '../../actions/action'
import { useCloser } from '../../actions/closers'
import { EmptyState } from '../../components/EmptyState'
import type { Column } from '../../components/grid/column'
import { DataGrid } from '../../components/grid/DataGrid'
import { LoadFailed } from '../../components/LoadFailed'
import { Page } from '../../components/Page'
import { SearchBox } from '../../components/SearchBox'
import { Toolbar } from '../../components/Toolbar'
import { TableExport } from '../../exports/TableExport'
import { useGridLayout } from '../../stores/layouts'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import { useCall, type Load } from '../../useCall'
import { useCanEdit } from '../../useCanEdit'
import { TermForm } from './TermForm'
import classes from './terms.module.css'
import { trashTerm } from './trashTerm'

const none: readonly TermRow[] = []
const keyOf = (row: TermRow): string => row.id
const goBack = (): void => useNavigation.getState().go('capability')

export function TermsScreen(): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const canEdit = useCanEdit()
  const [text, setText] = useState('')
  const list = useCall('terms.list', text === '' ? {} : { text })
  const rows = list.state === 'ready' ? list.data.rows : none
  const [active, setActive] = useState<TermRow | null>(null)
  const [form, setForm] = useState<{ row: TermRow | null } | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement | null>(null)
  const focusGrid = (): void => grid.current?.focus()
  const close = (): void => {
    setForm(null)
    focusGrid()
  }
  const edit = (row: TermRow | null): void => {
    if (canEdit) setForm({ row })
  }
  const remove = (row: TermRow): void => {
    if (form?.row?.id === row.id) setForm(null)
    void trashTerm(texts, row)
    focusGrid()
  }
  const chosen = canEdit ? active : null
  useCloser(form !== null, close)
  useTermKeys({ search, mayAdd: canEdit && form === null, chosen, edit, remove })
  const toolbar = (
    <Toolbar label={t('terms.title')} end={<RowButtons {...{ chosen, edit, remove }} />}>
      <SearchBox
        ref={search}
        label={t('terms.search.label')}
        placeholder={t('terms.search.placeholder')}
        value={text}
        onSearch={setText}
        onLeave={focusGrid}
      />
      <Count list={list} />
    </Toolbar>
  )
  const buttons = (
    <>
      <HeadButtons canEdit={canEdit} onAdd={() => edit(null)} />
      <TermsExport rows={rows} text={text} />
    </>
  )
  return (
    <Page fill title={t('terms.title')} line={t('terms.line')} actions={buttons} toolbar={toolbar}>
      <div className={classes['table']}>
        {list.state === 'error' ? (
          <LoadFailed error={list.error} onRetry={list.refetch} />
        ) : (
          <TermGrid
            {...{ rows, grid, edit }}
            busy={list.state === 'pending'}
            searched={text !== ''}
            onActive={setActive}
          />
        )}
        {form !== null && canEdit && list.state === 'ready' && (
          <TermForm key={form.row?.id ?? ''} row={form.row} seq={list.data.seq} onDone={close} />
        )}
      </div>
    </Page>
  )
}

interface TermKeys {
  /** the row with the focus, when it may be changed */
  chosen: TermRow | null
  edit: (row: TermRow | null) => void
  remove: (row: TermRow) => void
}

interface ScreenKeys extends TermKeys {
  search: RefObject<HTMLInputElement | null>
  /** not while a pair is being typed: its words would be lost */
  mayAdd: boolean
}

function useTermKeys({ search, mayAdd, chosen, edit, remove }: ScreenKeys): void {
  const find = (): void => {
    search.current?.focus()
    search.current?.select()
  }
  useActions([
    { id: 'terms.find', label: 'terms.actions.find', shortcut: 'Ctrl+F', icon: IconSearch, run: find },
    {
      id: 'terms.add',
      label: 'terms.add',
      shortcut: 'Ctrl+N',
      icon: IconPlus,
      when: () => mayAdd,
      run: () => edit(null),
    },
    {
      id: 'terms.edit',
      label: 'terms.actions.edit',
      shortcut: 'F2',
      icon: IconPencil,
      when: ({ typing }) => chosen !== null && !typing,
      run: () => edit(chosen),
    },
    {
      id: 'terms.remove',
      label: 'terms.actions.remove',
      shortcut: 'Delete',
      icon: IconTrash,
      when: ({ typing }) => chosen !== null && !typing,
      run: () => chosen !== null && remove(chosen),
    },
  ])
}

function RowButtons({ chosen, edit, remove }: TermKeys): JSX.Element {
  const { t } = useTexts()
  return (
    <>
      <Button variant="default" disabled={chosen === null} onClick={() => edit(chosen)}>
        {t('terms.edit')}
      </Button>
      <Button variant="default" disabled={chosen === null} onClick={() => chosen !== null && remove(chosen)}>
        {t('terms.remove')}
      </Button>
    </>
  )
}

function Count({ list }: { list: Load<TermList> }): JSX.Element {
  const { t, n } = useTexts()
  const count = list.state === 'ready' ? list.data.rows.length : null
  return <output>{count !== null && t('terms.count', { count, shown: n(count) })}</output>
}

function TermsExport({ rows, text }: { rows: readonly TermRow[]; text: string }): JSX.Element {
  const { t } = useTexts()
  const [layout] = useGridLayout('terms')
  return (
    <TableExport
      id="terms.export"
      title={t('terms.title')}
      about={text === '' ? [] : [t('exports.about.filter', { words: text })]}
      columns={useTermColumns()}
      layout={layout}
      count={rows.length}
      rows={(most) => rows.slice(0, most)}
    />
  )
}

interface TermGridProps {
  rows: readonly TermRow[]
  grid: RefObject<HTMLDivElement | null>
  edit: (row: TermRow) => void
  busy: boolean
  searched: boolean
  onActive: (row: TermRow | null) => void
}

function TermGrid({ rows, grid, edit, busy, searched, onActive }: TermGridProps): JSX.Element {
  const { t } = useTexts()
  const [layout, setLayout] = useGridLayout('terms')
  return (
    <DataGrid
      ref={grid}
      label={t('terms.title')}
      columns={useTermColumns()}
      count={rows.length}
      rowAt={useCallback((index: number) => rows[index], [rows])}
      rowKey={keyOf}
      onActive={useCallback((row: TermRow | undefined) => onActive(row ?? null), [onActive])}
      onOpen={edit}
      onEdit={edit}
      layout={layout}
      onLayout={setLayout}
      busy={busy}
      empty={<Nothing searched={searched} />}
    />
  )
}

function useTermColumns(): readonly Column<TermRow>[] {
  const { t } = useTexts()
  return [
    { id: 'term', label: t('terms.columns.term'), width: 260, grow: 1, fixed: true, text: (row) => row.term },
    { id: 'kind', label: t('terms.columns.kind'), width: 150, text: (row) => t(`terms.kinds.${row.kind}`) },
    { id: 'other', label: t('terms.columns.other'), width: 260, grow: 1, fixed: true, text: (row) => row.other },
  ]
}

function HeadButtons({ canEdit, onAdd }: { canEdit: boolean; onAdd: () => void }): JSX.Element {
  const { t } = useTexts()
  return (
    <>
      <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={goBack}>
        {t('terms.back')}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={!canEdit} onClick={onAdd}>
        {t('terms.add')}
      </Button>
    </>
  )
}

function Nothing({ searched }: { searched: boolean }): JSX.Element {
  const { t } = useTexts()
  const about = searched ? 'nothing' : 'empty'
  return <EmptyState icon={IconVocabulary} title={t(`terms.${about}.title`)} text={t(`terms.${about}.text`)} />
}
