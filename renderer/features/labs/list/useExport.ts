// “Xuất” of the list of laboratories: the registry reads it by the very question of the screen, however long it is.
import { useCallback, useLayoutEffect, useRef } from 'react'
import type { LabRow } from '../../../../db/model/shapes/lab'
import { call } from '../../../api'
import { shownColumns, type Column } from '../../../components/grid/column'
import { useSaveTable, type Save } from '../../../exports/saveTable'
import { useGridLayout } from '../../../stores/layouts'
import { useTexts } from '../../../texts/texts'
import { LIST_LAYOUT, useListQuery, useListStore } from './listStore'

/** `conditions`: the filter in the words of its chips. Gives the same function while the list is shown: its buttons need not be drawn again with every key. */
export function useExport(columns: readonly Column<LabRow>[], conditions: readonly string[]): Save {
  const { t, language } = useTexts()
  const query = useListQuery()
  const closed = useListStore((state) => state.closed)
  const [layout] = useGridLayout(LIST_LAYOUT)
  const save = useSaveTable(t('labs.exportTitle'), ({ ref }, format) =>
    call('exchange.exportList', {
      ...query,
      file: ref,
      format,
      language,
      columns: shownColumns(columns, layout).map((column) => column.id),
      conditions: [...conditions],
      closed: [...closed],
    }),
  )
  const latest = useRef(save)
  useLayoutEffect(() => {
    latest.current = save
  })
  return useCallback((format) => latest.current(format), [])
}
