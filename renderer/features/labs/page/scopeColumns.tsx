// Columns of the scope lists. Words of both languages stand as printed: Vietnamese where there is any, else English.
import { useMemo } from 'react'
import type { ScopeLine } from '../../../../db/model/shapes/accreditation'
import { FlagWord } from '../../../components/FlagWord'
import type { Column } from '../../../components/grid/column'
import { useTexts } from '../../../texts/texts'
import classes from './scope.module.css'

/** one layout for the scope lists of every laboratory */
export const SCOPE_LAYOUT = 'scope'

export const bothWords = (vi: string | null, en: string | null): string => vi ?? en ?? ''

/** “TCVN 8129:2019”; an edition that the method does not name itself stands behind it. */
export function methodOf({ method, methodEdition }: ScopeLine): string {
  if (methodEdition === null || method?.includes(methodEdition) === true) return method ?? ''
  return [method, methodEdition].filter((part) => part !== null).join(', ')
}

/** `manySites`: the place of a line matters. */
export function useScopeColumns(manySites: boolean): Column<ScopeLine>[] {
  const { t } = useTexts()
  return useMemo(() => {
    const label = (id: string): string => t(`labPage.scope.columns.${id as 'test'}`)
    const columns: Omit<Column<ScopeLine>, 'label'>[] = [
      { id: 'matrix', width: 170, grow: 2, text: (line) => bothWords(line.matrixVi, line.matrixEn) },
      {
        id: 'test',
        width: 240,
        grow: 3,
        fixed: true,
        text: (line) => bothWords(line.testVi, line.testEn),
        render: (line) => (
          <span title={bothWords(line.testVi, line.testEn)}>
            {line.inclusion !== 'included' && (
              <span className={classes['inclusion']}>
                <FlagWord word={t(`records.choices.inclusions.${line.inclusion}`)} />
              </span>
            )}
            {bothWords(line.testVi, line.testEn)}
          </span>
        ),
      },
      { id: 'technique', width: 120, hidden: true, text: (line) => line.technique ?? '' },
      { id: 'range', width: 160, text: (line) => line.range ?? '' },
      { id: 'cmc', width: 110, hidden: true, text: (line) => line.cmc ?? '' },
      { id: 'method', width: 170, grow: 1, text: methodOf },
      { id: 'field', width: 90, text: (line) => line.field?.name ?? '' },
      { id: 'site', width: 100, grow: 1, hidden: !manySites, text: (line) => line.site?.name ?? '' },
      { id: 'inclusion', width: 120, hidden: true, text: (line) => t(`records.choices.inclusions.${line.inclusion}`) },
      { id: 'note', width: 160, hidden: true, text: (line) => line.note ?? '' },
    ]
    return columns.map((column) => ({ ...column, label: label(column.id) }))
  }, [t, manySites])
}
