// “Xuất” of the list of laboratories: the registry reads it by the very question of the screen, however long it is.
import type { LabRow } from '../../../../db/model/shapes/lab'
import { call } from '../../../api'
import { shownColumns, type Column } from '../../../components/grid/column'
import { useSaveTable, type Save } from '../../../exports/saveTable'
import { useGridLayout } from '../../../stores/layouts'
import { useTexts } from '../../../texts/texts'
import { LIST_LAYOUT, useListQuery, useListStore } from './listStore'

/** `conditions`: the filter in the words of its chips. */
export function useExport(columns: readonly Column<LabRow>[], conditions: readonly string[]): Save {
  const { t, language } = useTexts()
  const query = useListQuery()
  const closed = useListStore((state) => state.closed)
  const [layout] = useGridLayout(LIST_LAYOUT)
  return useSaveTable(t('labs.exportTitle'), ({ ref }, format) =>
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
}
