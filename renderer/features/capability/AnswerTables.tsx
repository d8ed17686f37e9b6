// The answer as two tables, one under the other: who can, and who could but for a reason. Arrows go through both as through one.
import { useState, type JSX, type KeyboardEvent, type ReactNode } from 'react'
import type { CapabilityRow } from '../../../db/model/capability'
import { useRowHeight } from '../../components/density'
import { DataGrid } from '../../components/grid/DataGrid'
import { useGridLayout } from '../../stores/layouts'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import classes from './capability.module.css'
import { LAYOUT, useCapabilityColumns } from './columns'

export interface AnswerTablesProps {
  can: readonly CapabilityRow[]
  could: readonly CapabilityRow[]
  /** more lines may come: the counts say so */
  open: boolean
  hasMore: boolean
  busy: boolean
  onActive: (row: CapabilityRow | null) => void
  /** from the first row up: back to the question */
  onLeave: () => void
  firstRef: (grid: HTMLDivElement | null) => void
}

export const openLab = (row: CapabilityRow): void => useNavigation.getState().go('lab', { id: row.lab.id })
const keyOf = (row: CapabilityRow): string => row.key

export function AnswerTables({
  can,
  could,
  open,
  hasMore,
  busy,
  onActive,
  onLeave,
  firstRef,
}: AnswerTablesProps): JSX.Element {
  const { t } = useTexts()
  const [first, setFirst] = useState<HTMLDivElement | null>(null)
  const [second, setSecond] = useState<HTMLDivElement | null>(null)
  const isOne = can.length === 0
  return (
    <div className={classes['tables']} aria-busy={busy}>
      {can.length > 0 && (
        <Group
          title={t('capability.can')}
          group="can"
          rows={can}
          more={open}
          onActive={onActive}
          onTop={onLeave}
          onBottom={() => second?.focus()}
          gridRef={(grid) => {
            setFirst(grid)
            firstRef(grid)
          }}
        />
      )}
      {could.length > 0 && (
        <Group
          title={t('capability.could')}
          group="could"
          rows={could}
          more={hasMore}
          onActive={onActive}
          onTop={() => (isOne ? onLeave() : first?.focus())}
          gridRef={(grid) => {
            setSecond(grid)
            if (isOne) firstRef(grid)
          }}
        />
      )}
    </div>
  )
}

interface GroupProps {
  title: string
  group: 'can' | 'could'
  rows: readonly CapabilityRow[]
  more: boolean
  onActive: (row: CapabilityRow | null) => void
  onTop: () => void
  onBottom?: () => void
  gridRef: (grid: HTMLDivElement | null) => void
}

/** header and border of a grid beside its rows, in px */
const GRID_EDGES = 36

function Group({ title, group, rows, more, onActive, onTop, onBottom, gridRef }: GroupProps): JSX.Element {
  const { t, n } = useTexts()
  const columns = useCapabilityColumns(group)
  const [layout, setLayout] = useGridLayout(`${LAYOUT}.${group}`)
  const [active, setActive] = useState(-1)
  const rowHeight = useRowHeight()
  const shown = n(rows.length)
  const count = more ? t('capability.linesMore', { shown }) : t('capability.lines', { count: rows.length, shown })
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.shiftKey || event.altKey) return
    if (!(event.target instanceof Element) || event.target.getAttribute('role') !== 'grid') return
    const leave =
      event.key === 'ArrowUp' && active <= 0
        ? onTop
        : event.key === 'ArrowDown' && active === rows.length - 1
          ? onBottom
          : null
    if (!leave) return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
  return (
    <section
      className={classes['group']}
      data-group={group}
      aria-label={title}
      onKeyDownCapture={onKeyDownCapture}
      style={{ '--wanted': `${rows.length * rowHeight + GRID_EDGES}px` } as Record<string, string>}
    >
      <Heading title={title}>{count}</Heading>
      <div className={classes['grid']}>
        <DataGrid
          ref={gridRef}
          label={title}
          columns={columns}
          count={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={keyOf}
          selection="multi"
          onActive={(row, index) => {
            setActive(index)
            onActive(row ?? null)
          }}
          onOpen={openLab}
          layout={layout}
          onLayout={setLayout}
        />
      </div>
    </section>
  )
}

function Heading({ title, children }: { title: string; children: ReactNode }): JSX.Element {
  return (
    <h2 className={classes['heading']}>
      {title} <span className={classes['count']}>{children}</span>
    </h2>
  )
}
