// The screen “Phòng thí nghiệm”: every laboratory that fits the filter, one row each. Filter, order, selection and scroll stay while
// other screens are shown (listStore).
import { memo, useCallback, useRef, useState, type JSX, type RefObject } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { LabRow } from '../../../../db/model/shapes/lab'
import { useActions } from '../../../actions/action'
import { useCloser } from '../../../actions/closers'
import { FilterChips } from '../../../components/FilterChips'
import { DataGrid } from '../../../components/grid/DataGrid'
import type { Grouping } from '../../../components/grid/grouping'
import { LoadFailed } from '../../../components/LoadFailed'
import { Page } from '../../../components/Page'
import { Details } from '../../../frame/Details'
import type { ScreenProps } from '../../../screens'
import { useDay } from '../../../stores/day'
import { useGridLayout } from '../../../stores/layouts'
import { useNavigation } from '../../../stores/navigation'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { useRows, type Rows } from '../../../useRows'
import { openForm } from '../forms/openForm'
import { clearFilter, useChips, useChoices } from './chips'
import { useLabColumns } from './columns'
import { EmptyList } from './EmptyList'
import { FilterBar } from './FilterBar'
import { LabDetails } from './LabDetails'
import { useLabViews, viewActions } from './labView'
import { ListLook } from './ListLook'
import { ListActions } from './ListActions'
import classes from './list.module.css'
import { askList, LIST_LAYOUT, useFilterOfPlace, useListQuery, useListStore } from './listStore'
import { useKeptScroll, useRowInSight } from './keptScroll'
import { groupActions, useGrouping } from './grouping'
import { gridKey, toggleDetails, useListKeys, useNarrowDetails } from './listKeys'
import { useExport } from './useExport'
import { useListPaper } from './useListPaper'

export { askList }

const keyOf = (row: LabRow): string => row.id
const openPage = (row: { id: string }): void => useNavigation.getState().go('lab', { id: row.id })

export function LabList({ params }: ScreenProps): JSX.Element {
  useFilterOfPlace(params)
  return <Screen />
}

/** The place follows the filter, and has been drawn with it already. */
const Screen = memo(function LabScreen(): JSX.Element {
  const { t } = useTexts()
  const rows = useRows('labs.list', useListQuery())
  const choices = useChoices()
  const chips = useChips(choices)
  const columns = useLabColumns()
  const exportList = useExport(
    columns,
    chips.map(({ text }) => text),
  )
  const search = useRef<HTMLInputElement>(null)
  const [grid, setGrid] = useState<HTMLDivElement | null>(null)
  const selected = useListStore((state) => state.selected)
  const { grouping, labs } = useGrouping(rows, choices)
  const all = useAll(chips.length > 0, labs)
  const count = useCountWords(labs, all)
  const views = useLabViews()
  const paper = useListPaper()
  const keys = useListKeys({ search, grid, onExport: exportList })
  useActions([...keys, paper, ...viewActions(views), ...groupActions(grouping)])
  useCloser(useNarrowDetails(), toggleDetails)
  return (
    <Page
      fill
      title={t('labs.title')}
      actions={<ListActions onExport={exportList} empty={rows.count === 0} />}
      toolbar={
        <>
          <FilterBar choices={choices} searchRef={search} busy={rows.refreshing} onLeave={() => grid?.focus()} />
          <div className={classes['under']}>
            <FilterChips chips={chips} count={count} onClear={clearFilter} />
            <ListLook columns={columns} views={views} grouping={grouping} />
          </div>
        </>
      }
    >
      {rows.error !== null ? (
        <LoadFailed error={rows.error} onRetry={rows.refetch} />
      ) : (
        <Grid
          count={rows.count}
          rowAt={rows.rowAt}
          onRange={rows.onRange}
          loadRows={rows.loadRows}
          columns={columns}
          grouping={grouping}
          busy={rows.state === 'pending' || labs === null}
          grid={grid}
          gridRef={setGrid}
          search={search}
          all={all}
        />
      )}
      <Details nothing={t('labs.details.nothing')}>
        {selected === null ? null : <LabDetails id={selected.id} onOpen={openPage} />}
      </Details>
    </Page>
  )
})

interface GridProps extends Pick<Rows<LabRow>, 'count' | 'rowAt' | 'onRange' | 'loadRows'> {
  columns: ReturnType<typeof useLabColumns>
  grouping: Grouping | null
  busy: boolean
  grid: HTMLDivElement | null
  gridRef: (grid: HTMLDivElement | null) => void
  search: RefObject<HTMLInputElement | null>
  /** laboratories on the day looked at, whatever the filter; null: not counted yet */
  all: number | null
}

/** Drawn when its rows come, not when they are asked for. */
const Grid = memo(function LabGrid(props: GridProps): JSX.Element {
  const { count, rowAt, onRange, loadRows, columns, grouping, busy, grid, gridRef, search, all } = props
  const { t } = useTexts()
  const { sort, setSort, select, chosen, choose } = useListStore(
    useShallow(({ sort, setSort, select, chosen, choose }) => ({ sort, setSort, select, chosen, choose })),
  )
  const [layout, setLayout] = useGridLayout(LIST_LAYOUT)
  const onActive = useCallback(
    (row: LabRow | undefined, index: number) => select(row === undefined ? null : { id: row.id, index }),
    [select],
  )
  const [left] = useState(() => useListStore.getState().selected)
  useKeptScroll(grid, count > 0 && !busy)
  useRowInSight(grid)
  return (
    <div className={classes['grid']} onKeyDownCapture={(event) => gridKey(event, search.current)}>
      <DataGrid
        ref={gridRef}
        label={t('labs.title')}
        columns={columns}
        rowKey={keyOf}
        {...{ count, rowAt, onRange, loadRows }}
        selection="multi"
        selected={chosen}
        onSelect={choose}
        onActive={onActive}
        start={left === null ? undefined : { index: left.index, key: left.id }}
        onOpen={openPage}
        onEdit={(row: LabRow) => openForm({ form: 'laboratory', id: row.id })}
        sort={sort}
        onSort={setSort}
        layout={layout}
        onLayout={setLayout}
        grouping={grouping ?? undefined}
        busy={busy}
        empty={!busy && <EmptyList all={all} />}
      />
    </div>
  )
})

/** Laboratories on the day looked at, whatever the filter; null until counted. Without a filter they are those of the list. */
function useAll(filtered: boolean, labs: number | null): number | null {
  const all = useCall('labs.list', { day: useDay(), limit: 1 }, { enabled: filtered })
  if (!filtered) return labs
  return all.state === 'ready' ? all.data.total : null
}

/** “12 phòng”, or “5 trong 12 phòng” under a filter; with it how many are chosen for copying, once it is more than one. */
function useCountWords(labs: number | null, all: number | null): string {
  const { t, n } = useTexts()
  const chosen = useListStore((state) => state.chosen.size)
  if (labs === null) return ''
  const shown = n(labs)
  const counted =
    all === null || all === labs
      ? t('labs.count', { count: labs, shown })
      : t('labs.countOf', { count: all, shown, all: n(all) })
  return chosen < 2 ? counted : `${counted}, ${t('labs.selected', { count: chosen, shown: n(chosen) })}`
}
