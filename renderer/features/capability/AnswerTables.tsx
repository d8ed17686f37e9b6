// The answer as two tables, one under the other: who can, and who could but for a reason. Arrows go through both as through one.
import { useState, type JSX, type KeyboardEvent, type Ref } from 'react'
import type { CapabilityRow } from '../../../db/model/capability'
import { useRowHeight } from '../../components/density'
import { DataGrid } from '../../components/grid/DataGrid'
import { useGridLayout } from '../../stores/layouts'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import classes from './capability.module.css'
import { LAYOUT, useCapabilityColumns } from './columns'

export interface AnswerTablesProps {
  /** what was asked: another question drops the rows chosen, never the focus */
  question: string
  can: readonly CapabilityRow[]
  could: readonly CapabilityRow[]
  /** more lines may come: the counts say so */
  open: boolean
  hasMore: boolean
  busy: boolean
  onActive: (row: CapabilityRow | null) => void
  /** from the first row up: back to the question */
  onLeave: () => void
  ref: Ref<HTMLDivElement>
}

export const openLab = (row: CapabilityRow): void => useNavigation.getState().go('lab', { id: row.lab.id })
const keyOf = (row: CapabilityRow): string => row.key

export function AnswerTables(props: AnswerTablesProps): JSX.Element {
  const { question, can, could, open, hasMore, busy, onActive, onLeave, ref } = props
  const { t } = useTexts()
  return (
    <div
      ref={ref}
      role="presentation"
      className={classes['tables']}
      aria-busy={busy}
      onKeyDownCapture={(event) => crossTables(event, onLeave)}
    >
      {can.length > 0 && (
        <Group title={t('capability.can')} group="can" rows={can} more={open} {...{ question, onActive }} />
      )}
      {could.length > 0 && (
        <Group title={t('capability.could')} group="could" rows={could} more={hasMore} {...{ question, onActive }} />
      )}
    </div>
  )
}

/** ↓ in the last row of a table goes to the next one, ↑ in the first row to the one before, or back to the question. */
function crossTables(event: KeyboardEvent<HTMLDivElement>, onLeave: () => void): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.shiftKey || event.altKey) return
  const grids = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="grid"]')]
  const grid = grids.find((each) => each === event.target)
  if (grid === undefined) return
  const active = Number(/-row-(\d+)$/.exec(grid.getAttribute('aria-activedescendant') ?? '')?.[1] ?? -1)
  const last = Number(grid.getAttribute('aria-rowcount')) - 2
  const step = event.key === 'ArrowUp' && active <= 0 ? -1 : event.key === 'ArrowDown' && active === last ? 1 : 0
  const next = grids[grids.indexOf(grid) + step]
  if (step === 0 || (step === 1 && next === undefined)) return
  event.preventDefault()
  event.stopPropagation()
  if (next === undefined) onLeave()
  else next.focus()
}

interface GroupProps {
  question: string
  title: string
  group: 'can' | 'could'
  rows: readonly CapabilityRow[]
  more: boolean
  onActive: (row: CapabilityRow | null) => void
}

/** header and border of a grid beside its rows, in px */
const GRID_EDGES = 36

const none: ReadonlyMap<string, CapabilityRow> = new Map()

function Group({ question, title, group, rows, more, onActive }: GroupProps): JSX.Element {
  const { t, n } = useTexts()
  const columns = useCapabilityColumns(group)
  const [layout, setLayout] = useGridLayout(`${LAYOUT}.${group}`)
  const [chosen, setChosen] = useState({ question, rows: none })
  const rowHeight = useRowHeight()
  const shown = n(rows.length)
  const count = more ? t('capability.linesMore', { shown }) : t('capability.lines', { count: rows.length, shown })
  return (
    <section
      className={classes['group']}
      data-group={group}
      aria-label={title}
      style={{ '--wanted': `${rows.length * rowHeight + GRID_EDGES}px` } as Record<string, string>}
    >
      <h2 className={classes['heading']}>
        {title} <span className={classes['count']}>{count}</span>
      </h2>
      <div className={classes['grid']}>
        <DataGrid
          label={title}
          columns={columns}
          count={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={keyOf}
          selection="multi"
          selected={chosen.question === question ? chosen.rows : none}
          onSelect={(selected) => setChosen({ question, rows: selected })}
          onActive={(row) => onActive(row ?? null)}
          onOpen={openLab}
          layout={layout}
          onLayout={setLayout}
        />
      </div>
    </section>
  )
}
