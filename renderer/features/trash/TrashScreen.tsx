// “Thùng rác”: what was taken away, by whom and when, and the way back. Nothing is ever deleted from here.
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useRef, useState, type JSX } from 'react'
import type { TrashedRecord } from '../../../db/model/shapes/history'
import { EmptyState } from '../../components/EmptyState'
import { DataGrid } from '../../components/grid/DataGrid'
import { LoadFailed } from '../../components/LoadFailed'
import { Page } from '../../components/Page'
import { Toolbar } from '../../components/Toolbar'
import { useGridLayout } from '../../stores/layouts'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { useCanEdit } from '../../useCanEdit'
import { useRecordWords } from '../../useRecordWords'
import { useTrashColumns } from './columns'
import classes from './trash.module.css'
import { TrashExport } from './TrashExport'
import { useRestore } from './useRestore'

const keyOf = (row: TrashedRecord): string => `${row.entity} ${row.id}`
const none: readonly TrashedRecord[] = []
const openPage = ({ lab }: TrashedRecord): void => {
  if (lab !== null) useNavigation.getState().go('lab', { id: lab })
}

export function TrashScreen(): JSX.Element {
  const { t, n } = useTexts()
  const words = useRecordWords()
  const canEdit = useCanEdit()
  const trash = useCall('trash.list', {})
  const [layout, setLayout] = useGridLayout('trash')
  const [chosen, setChosen] = useState<ReadonlyMap<string, TrashedRecord>>(new Map())
  const { restore: restoreAll, busy } = useRestore(words)
  const list = useRef<HTMLDivElement>(null)
  // the button that was pressed goes with what was restored: the focus stays at the list
  const restore = async (records: readonly TrashedRecord[]): Promise<void> => {
    await restoreAll(records)
    list.current?.focus()
  }
  const rows = trash.state === 'ready' ? trash.data : none
  // what has been restored meanwhile is no longer chosen
  const selected = new Map(rows.filter((row) => chosen.has(keyOf(row))).map((row) => [keyOf(row), row]))
  const columns = useTrashColumns(words, canEdit && !busy ? (row) => void restore([row]) : null)
  const bar = (
    <Toolbar label={t('trash.title')}>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        disabled={!canEdit || selected.size === 0}
        loading={busy}
        onClick={() => void restore([...selected.values()])}
      >
        {t('trash.restoreSelected')}
      </Button>
      <output>
        {t('trash.count', { count: rows.length, shown: n(rows.length) })}
        {selected.size > 0 && ` · ${t('trash.selected', { count: selected.size, shown: n(selected.size) })}`}
      </output>
    </Toolbar>
  )
  return (
    <Page
      fill
      title={t('trash.title')}
      line={t('trash.line')}
      {...(rows.length > 0 && { toolbar: bar })}
      actions={<TrashExport {...{ columns, layout, rows }} />}
    >
      <div ref={list} tabIndex={-1} className={classes['list']}>
        {trash.state === 'error' ? (
          <LoadFailed error={trash.error} onRetry={trash.refetch} />
        ) : trash.state === 'ready' && rows.length === 0 ? (
          <EmptyState icon={IconTrash} title={t('trash.empty.title')} text={t('trash.empty.text')} />
        ) : (
          <DataGrid
            label={t('trash.title')}
            columns={columns}
            count={rows.length}
            rowAt={(index) => rows[index]}
            rowKey={keyOf}
            selection="multi"
            selected={selected}
            onSelect={setChosen}
            onOpen={openPage}
            layout={layout}
            onLayout={setLayout}
            busy={trash.state === 'pending'}
            empty={null}
          />
        )}
      </div>
    </Page>
  )
}
