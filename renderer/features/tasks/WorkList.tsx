// A list of work and, below it, the one that has the focus: why it is there, what to do, the way there, and putting it off.
import { useRef, useState, type JSX, type ReactNode } from 'react'
import type { Task } from '../../../db/model/tasks/kinds'
import { useActions } from '../../actions/action'
import { useCloser } from '../../actions/closers'
import type { Column } from '../../components/grid/column'
import { DataGrid } from '../../components/grid/DataGrid'
import { LoadFailed } from '../../components/LoadFailed'
import { openTask } from '../../openTask'
import { useGridLayout } from '../../stores/layouts'
import { useCanEdit } from '../../useCanEdit'
import type { Rows } from '../../useRows'
import { ChosenWork, isVisit, type WorkForm } from './ChosenWork'
import classes from './tasks.module.css'

export interface WorkListProps {
  label: string
  /** its layout is kept under this name */
  layout: string
  columns: readonly Column<Task>[]
  rows: Rows<Task>
  empty: ReactNode
}

const keyOf = (task: Task): string => `${task.about} ${task.record}`

export function WorkList({ label, layout: kept, columns, rows, empty }: WorkListProps): JSX.Element {
  const canEdit = useCanEdit()
  const [layout, setLayout] = useGridLayout(kept)
  const [place, setPlace] = useState(-1)
  const [form, setForm] = useState<{ kind: WorkForm; of: string } | null>(null)
  const grid = useRef<HTMLDivElement | null>(null)
  // before any row has the focus the first one is told: it is the most pressing
  const chosen = rows.rowAt(Math.max(0, Math.min(place, rows.count - 1)))
  const open = form !== null && chosen !== undefined && form.of === keyOf(chosen) ? form.kind : null
  const close = (): void => {
    setForm(null)
    grid.current?.focus()
  }
  const show = (kind: WorkForm): void => {
    if (chosen !== undefined && canEdit) setForm({ kind, of: keyOf(chosen) })
  }
  useCloser(open !== null, close)
  useActions([
    {
      id: 'tasks.snooze',
      label: 'tasks.snooze.action',
      shortcut: 'Ctrl+H',
      when: () => canEdit && chosen !== undefined,
      run: () => show('snooze'),
    },
    {
      id: 'tasks.visit',
      label: 'tasks.visit.action',
      shortcut: 'Ctrl+G',
      when: () => canEdit && chosen !== undefined && isVisit(chosen),
      run: () => show('visit'),
    },
  ])
  if (rows.state === 'error' && rows.error !== null) return <LoadFailed error={rows.error} onRetry={rows.refetch} />
  return (
    <div className={classes['work']}>
      <DataGrid
        ref={grid}
        label={label}
        columns={columns}
        count={rows.count}
        rowAt={rows.rowAt}
        rowKey={keyOf}
        onRange={rows.onRange}
        loadRows={rows.loadRows}
        onActive={(_row, index) => setPlace(index)}
        onOpen={openTask}
        layout={layout}
        onLayout={setLayout}
        busy={rows.state === 'pending'}
        empty={empty}
      />
      {rows.count > 0 && <ChosenWork task={chosen} canEdit={canEdit} form={open} onForm={show} onDone={close} />}
    </div>
  )
}
