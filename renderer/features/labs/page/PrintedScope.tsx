// The scope of one accreditation as a plain table, for paper: every line, not only those on the screen (usePrint loads them first).
import type { JSX } from 'react'
import type { AccreditationPage, ScopeLine } from '../../../../db/model/shapes/accreditation'
import type { Column } from '../../../components/grid/column'
import { shownColumns } from '../../../components/grid/column'
import { useGridLayout } from '../../../stores/layouts'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import tables from './tables.module.css'
import classes from './scope.module.css'
import ink from './ink.module.css'
import { SCOPE_LAYOUT } from './scopeColumns'
import { printedScope } from './usePrint'
import { accreditationName } from './wording'

export interface PrintedScopeProps {
  accreditation: AccreditationPage
  day: string
  columns: readonly Column<ScopeLine>[]
}

export function PrintedScope({ accreditation, day, columns }: PrintedScopeProps): JSX.Element {
  const texts = useTexts()
  const { t, n } = texts
  const [layout] = useGridLayout(SCOPE_LAYOUT)
  const lines = useCall('scope.list', printedScope(accreditation.id, day))
  const shown = shownColumns(columns, layout)
  const rows = lines.state === 'ready' ? lines.data.rows : []
  const code = accreditationName(texts, accreditation)
  return (
    <div className={classes['scope']}>
      <h3>{code}</h3>
      {lines.state === 'ready' && rows.length === 0 ? (
        <p className={ink['dim']}>
          {t('labPage.scope.noneOnDay', { count: accreditation.scopeLines, shown: n(accreditation.scopeLines) })}
        </p>
      ) : (
        <table className={tables['table']} aria-label={t('labPage.scope.grid', { code })}>
          <thead>
            <tr>
              {shown.map((column) => (
                <th key={column.id} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((line) => (
              <tr key={line.id}>
                {shown.map((column) => (
                  <td key={column.id}>{column.text(line)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lines.state === 'ready' && lines.data.total > rows.length && (
        <p className={ink['dim']}>{t('labPage.scope.printCut', { shown: n(rows.length) })}</p>
      )}
    </div>
  )
}
