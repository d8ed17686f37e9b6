// The preview: counts that filter, the sheets, every row with what becomes of it, the row with the focus in the details pane, and the last step below.
import { Button, Select } from '@mantine/core'
import { IconAlertTriangle, IconEqual, IconRefresh } from '@tabler/icons-react'
import { useMemo, useState, type JSX } from 'react'
import { tally } from '../../../db/model/book-choices'
import { formatDate } from '../../../db/model/dates/partial'
import type { BookPreview, BookRow } from '../../../db/model/shapes/book'
import { EmptyState } from '../../components/EmptyState'
import { DataGrid } from '../../components/grid/DataGrid'
import { Page } from '../../components/Page'
import { Details } from '../../frame/Details'
import { useGridLayout } from '../../stores/layouts'
import { usePanes, windowClass } from '../../stores/panes'
import { useTexts } from '../../texts/texts'
import { useBookColumns } from './columns'
import { CommitBar } from './CommitBar'
import { failureWords, problemText } from './problems'
import { RowDetails } from './RowDetails'
import { VerdictSign } from './Verdict'
import classes from './workbook.module.css'
import {
  chooseBook,
  chooseEvery,
  commitBook,
  leaveBook,
  readBookAgain,
  rowsUnder,
  useWorkbookStore,
  type RowFilter,
  type Stage,
} from './workbookStore'

export type PreviewStage = Extract<Stage, { at: 'preview' | 'writing' }>

export interface PreviewStepProps {
  stage: PreviewStage
  /** the register has moved on since the preview */
  stale: boolean
  usualReason: string
}

function showDetails(): void {
  const at = windowClass(window.innerWidth)
  if (!usePanes.getState()[at].details) usePanes.getState().toggleDetails(at)
}

export function PreviewStep({ stage, stale, usualReason }: PreviewStepProps): JSX.Element {
  const { t, language } = useTexts()
  const { preview, file } = stage
  const writing = stage.at === 'writing'
  return (
    <Page
      fill
      title={t('workbook.back.title')}
      line={
        <>
          <b>{file.name}</b> – {t('workbook.exportedOn', { day: formatDate(preview.day, language) })}{' '}
          {preview.base === 'file' && t('workbook.baseFile')}
        </>
      }
      actions={<Ways writing={writing} />}
      toolbar={
        <>
          <Trouble stage={stage} stale={stale} />
          <Filters preview={preview} />
          <Notices preview={preview} writing={writing} />
        </>
      }
    >
      <Rows preview={preview} writing={writing} />
      <CommitBar
        preview={preview}
        usualReason={usualReason}
        writing={writing}
        stale={stale}
        onCommit={() => void commitBook(usualReason)}
      />
    </Page>
  )
}

function Ways({ writing }: { writing: boolean }): JSX.Element {
  const { t } = useTexts()
  return (
    <>
      <Button
        variant="default"
        disabled={writing}
        leftSection={<IconRefresh size={16} aria-hidden />}
        aria-keyshortcuts="F5"
        onClick={() => void readBookAgain()}
      >
        {t('workbook.again')} (F5)
      </Button>
      <Button variant="default" disabled={writing} onClick={() => void chooseBook()}>
        {t('workbook.other')}
      </Button>
      <Button variant="subtle" disabled={writing} onClick={leaveBook}>
        {t('workbook.leave')}
      </Button>
    </>
  )
}

/** Why nothing was written, or cannot be from this preview. */
function Trouble({ stage, stale }: { stage: PreviewStage; stale: boolean }): JSX.Element | null {
  const texts = useTexts()
  const { t } = texts
  const failure = stage.at === 'preview' ? stage.failure : null
  if (failure === null && !stale) return null
  return (
    <div className={classes['trouble']} role="alert">
      <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
      {failure === null ? (
        <p>{t('workbook.stale.register')}</p>
      ) : (
        <p>
          <b>{t(failure.code === 'disconnected' ? 'workbook.stale.unsure' : 'workbook.stale.title')}.</b>{' '}
          {failureWords(texts, failure)}
        </p>
      )}
      <Button size="compact-sm" variant="default" onClick={() => void readBookAgain()}>
        {t('workbook.again')} (F5)
      </Button>
    </div>
  )
}

const order: readonly RowFilter[] = ['all', 'conflict', 'asked', 'error', 'new', 'change']

function Filters({ preview }: { preview: BookPreview }): JSX.Element {
  const { t, n } = useTexts()
  const { filter, sheet, setFilter, setSheet } = useWorkbookStore()
  const sheets = preview.sheets.flatMap(({ sheet: value, name }) => {
    const count = rowsUnder(preview, 'all', value).length
    return count === 0 ? [] : [{ value, label: t('workbook.sheetCount', { name, count, shown: n(count) }) }]
  })
  return (
    <div className={classes['filters']}>
      <div role="group" aria-label={t('workbook.filter')} className={classes['counts']}>
        {order.map((each) => {
          const count = rowsUnder(preview, each, sheet).length
          return (
            <button
              key={each}
              type="button"
              aria-pressed={each === filter}
              aria-disabled={count === 0 || undefined}
              onClick={count === 0 ? undefined : () => setFilter(each)}
            >
              {each !== 'all' && <VerdictSign of={each} />}
              {each === 'all' ? t('workbook.all') : t(`workbook.verdicts.${each}`)} <b>{n(count)}</b>
            </button>
          )
        })}
      </div>
      <Select
        size="xs"
        aria-label={t('workbook.sheet')}
        placeholder={t('workbook.allSheets')}
        data={sheets}
        value={sheet}
        clearable
        clearButtonProps={{ 'aria-label': t('workbook.allSheets') }}
        onChange={setSheet}
      />
    </div>
  )
}

/** What the file lacks or has too much, and one answer for all conflicts. */
function Notices({ preview, writing }: { preview: BookPreview; writing: boolean }): JSX.Element {
  const texts = useTexts()
  const { t, n } = texts
  const { choices, filter, sheet } = useWorkbookStore()
  const { open } = tally(preview, choices)
  const rows = rowsUnder(preview, filter, sheet)
  const conflicts = rows.some(({ verdict }) => verdict === 'conflict')
  return (
    <div className={classes['notices']}>
      {preview.sheets.flatMap(({ sheet: key, name, notes }) =>
        notes.map((note) => (
          <p key={`${key} ${note.rule}`} className={classes['note']}>
            <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
            {name}: {problemText(texts, note)}
          </p>
        )),
      )}
      {conflicts && (
        <div className={classes['every']}>
          <span>{open === 0 ? t('workbook.allAnswered') : t('workbook.open', { count: open, shown: n(open) })}</span>
          <Button size="compact-sm" variant="default" disabled={writing} onClick={() => chooseEvery(rows, 'ours')}>
            {t('workbook.everyOurs')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={writing} onClick={() => chooseEvery(rows, 'theirs')}>
            {t('workbook.everyTheirs')}
          </Button>
        </div>
      )}
      <p className={classes['dim']}>
        {t('workbook.sameRows', { count: preview.counts.same, shown: n(preview.counts.same) })}
      </p>
    </div>
  )
}

const keyOf = (row: BookRow): string => row.key

function Rows({ preview, writing }: { preview: BookPreview; writing: boolean }): JSX.Element {
  const { t } = useTexts()
  const { filter, sheet } = useWorkbookStore()
  const [layout, setLayout] = useGridLayout('workbook')
  const [active, setActive] = useState<BookRow | undefined>(undefined)
  const rows = useMemo(() => rowsUnder(preview, filter, sheet), [preview, filter, sheet])
  const columns = useBookColumns(preview)
  const first = rows[0]
  const shown = active !== undefined && rows.includes(active) ? active : first
  const empty =
    preview.rows.length === 0 ? (
      <EmptyState icon={IconEqual} title={t('workbook.none.title')} text={t('workbook.none.text')} />
    ) : (
      <EmptyState title={t('workbook.none.filtered')} />
    )
  return (
    <>
      <DataGrid
        // another preview begins at its first row
        key={preview.fingerprint}
        label={t('workbook.grid')}
        columns={columns}
        count={rows.length}
        rowAt={(index) => rows[index]}
        rowKey={keyOf}
        start={first === undefined ? undefined : { index: 0, key: keyOf(first) }}
        onActive={setActive}
        onOpen={showDetails}
        layout={layout}
        onLayout={setLayout}
        empty={empty}
      />
      <Details nothing={t('workbook.details.choose')}>
        {shown === undefined ? null : <RowDetails row={shown} preview={preview} disabled={writing} />}
      </Details>
    </>
  )
}
