// The preview: counts that filter, every row with what becomes of it, the row with the focus in the details pane, and the last step below.
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconColumns3, IconRefresh, IconShieldCheck, IconTable } from '@tabler/icons-react'
import { useMemo, useState, type JSX } from 'react'
import type { ImportPreview, ImportRow } from '../../../db/model/shapes/exchange'
import { EmptyState } from '../../components/EmptyState'
import { DataGrid } from '../../components/grid/DataGrid'
import { Page } from '../../components/Page'
import { Details } from '../../frame/Details'
import { useGridLayout } from '../../stores/layouts'
import { usePanes, windowClass } from '../../stores/panes'
import { failureSentence } from '../../texts/failureText'
import { useTexts } from '../../texts/texts'
import { usePreviewColumns } from './columns'
import { CommitBar } from './CommitBar'
import { FilterCounts } from './FilterCounts'
import {
  bringBackRows,
  chooseFile,
  commitImport,
  leaveImport,
  readAgain,
  readAsUsual,
  toggleReading,
  useImportStore,
  type Stage,
} from './importStore'
import classes from './imports.module.css'
import { countsOf, rowsUnder } from './problems'
import { leftOut, leftOutWords, readingWords } from './reading'
import { ReadingPanel } from './ReadingPanel'
import { RowDetails } from './RowDetails'

export type PreviewStage = Extract<Stage, { at: 'preview' | 'writing' }>

export interface PreviewStepProps {
  stage: PreviewStage
  /** the register has moved on since the preview */
  stale: boolean
  usualReason: string
}

const keyOf = (row: ImportRow): string => String(row.row)

function showDetails(): void {
  const at = windowClass(window.innerWidth)
  if (!usePanes.getState()[at].details) usePanes.getState().toggleDetails(at)
}

export function PreviewStep({ stage, stale, usualReason }: PreviewStepProps): JSX.Element {
  const { t } = useTexts()
  const { preview, file } = stage
  const writing = stage.at === 'writing'
  const { filter, setFilter, showsReading } = useImportStore()
  const counts = useMemo(() => countsOf(preview), [preview])
  return (
    <Page
      fill
      title={t('imports.title')}
      line={
        <>
          <b>{file.name}</b> – {readingWords(t, preview)}
        </>
      }
      actions={<Ways writing={writing} reading={showsReading} />}
      toolbar={
        <>
          <Trouble stage={stage} stale={stale} />
          <FilterCounts counts={counts} filter={filter} onFilter={setFilter} />
          <Notices preview={preview} />
        </>
      }
    >
      {showsReading ? (
        <ReadingPanel key={preview.fingerprint} file={file} onClose={toggleReading} />
      ) : (
        <Rows preview={preview} />
      )}
      <CommitBar
        preview={preview}
        usualReason={usualReason}
        writing={writing}
        stale={stale}
        onCommit={() => void commitImport(usualReason)}
      />
    </Page>
  )
}

function Ways({ writing, reading }: { writing: boolean; reading: boolean }): JSX.Element {
  const { t } = useTexts()
  return (
    <>
      <Button
        variant="default"
        disabled={writing}
        aria-pressed={reading}
        leftSection={<IconColumns3 size={16} aria-hidden />}
        aria-keyshortcuts="Control+Alt+C"
        onClick={toggleReading}
      >
        {t('importReading.panel.open')}
      </Button>
      <Button
        variant="default"
        disabled={writing}
        leftSection={<IconRefresh size={16} aria-hidden />}
        aria-keyshortcuts="F5"
        onClick={() => void readAgain()}
      >
        {t('imports.again')} (F5)
      </Button>
      <Button variant="default" disabled={writing} onClick={() => void chooseFile()}>
        {t('imports.choose.other')}
      </Button>
      <Button variant="subtle" disabled={writing} onClick={leaveImport}>
        {t('imports.leave')}
      </Button>
    </>
  )
}

/** Why nothing was imported, or cannot be from this preview. */
function Trouble({ stage, stale }: { stage: PreviewStage; stale: boolean }): JSX.Element | null {
  const { t } = useTexts()
  const failure = stage.at === 'preview' ? stage.failure : null
  if (failure === null && (!stale || stage.at === 'writing')) return null
  return (
    <div className={classes['trouble']} role="alert">
      <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
      {failure === null ? (
        <p>{t('imports.stale.register')}</p>
      ) : (
        <p>
          <b>{t(failure.code === 'disconnected' ? 'imports.stale.unsure' : 'imports.stale.title')}.</b>{' '}
          {failureSentence(t, failure)}
        </p>
      )}
      <Button size="compact-sm" variant="default" onClick={() => void readAgain()}>
        {t('imports.again')} (F5)
      </Button>
    </div>
  )
}

/** What was left out of the reading, and what the grid does not show. */
function Notices({ preview }: { preview: ImportPreview }): JSX.Element {
  const { t, n } = useTexts()
  const { unknown, computed, outside } = leftOut(preview)
  const { choices, remembered } = useImportStore()
  const listed = preview.rows.filter(({ verdict }) => verdict === 'same').length
  const changes = preview.counts.change > 0
  return (
    <div className={classes['notices']}>
      {preview.reading.carried.map((carried) => (
        <p key={carried} className={classes['unknown']}>
          <IconShieldCheck size={14} stroke={1.8} aria-hidden />
          {t(`importReading.carried.${carried}`)}
        </p>
      ))}
      {remembered && (
        <p className={classes['unknown']}>
          <IconColumns3 size={14} stroke={1.8} aria-hidden />
          {t('importReading.remembered')}
          <Button size="compact-xs" variant="default" onClick={() => void readAsUsual()}>
            {t('importReading.panel.usual')}
          </Button>
        </p>
      )}
      {(choices.leave?.length ?? 0) > 0 && (
        <p className={classes['unknown']}>
          <IconColumns3 size={14} stroke={1.8} aria-hidden />
          {t('importReading.leftByYou', { count: choices.leave!.length, shown: n(choices.leave!.length) })}
          <Button size="compact-xs" variant="default" onClick={() => void bringBackRows()}>
            {t('importReading.bringBack')}
          </Button>
        </p>
      )}
      {unknown.length > 0 && (
        <p className={classes['unknown']}>
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
          {t('imports.unknownColumns', { columns: unknown.join(', ') })}
        </p>
      )}
      <p className={classes['dim']}>
        {[
          ...(preview.target === 'registry' ? [] : [t(`importReading.only.${preview.target}`)]),
          ...(outside.length > 0 ? [t('importReading.outside', { columns: outside.join(', ') })] : []),
          ...(computed.length > 0 ? [t('imports.computedColumns', { columns: computed.join(', ') })] : []),
          ...(changes ? [t(choices.blank === 'clear' ? 'importReading.blankClears' : 'imports.blank')] : []),
          ...(preview.rows.length > 0 ? [t('imports.wholeRow')] : []),
          ...(preview.leftOut.length > 0 ? [leftOutWords(t, preview)] : []),
          ...(listed < preview.counts.same ? [t('imports.listedSame', { shown: n(listed) })] : []),
        ].join(' ')}
      </p>
    </div>
  )
}

function Rows({ preview }: { preview: ImportPreview }): JSX.Element {
  const { t } = useTexts()
  const filter = useImportStore((state) => state.filter)
  const [layout, setLayout] = useGridLayout('imports')
  const [active, setActive] = useState<ImportRow | undefined>(undefined)
  const rows = useMemo(() => rowsUnder(preview, filter), [preview, filter])
  const columns = usePreviewColumns(preview, rows)
  const fieldOf = (heading: string | null): string | null =>
    preview.columns.find((column) => column.heading === heading)?.field ?? null
  const first = rows[0]
  const shown = active !== undefined && rows.includes(active) ? active : first
  const empty =
    preview.rows.length === 0 ? (
      <EmptyState icon={IconTable} title={t('imports.none.title')} text={t('imports.none.text')} />
    ) : (
      <EmptyState title={t('imports.none.filtered')} />
    )
  return (
    <>
      <DataGrid
        // another preview begins at its first row
        key={preview.fingerprint}
        label={t('imports.grid')}
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
      <Details nothing={t('imports.details.choose')}>
        {shown === undefined ? null : <RowDetails row={shown} fieldOf={fieldOf} />}
      </Details>
    </>
  )
}
