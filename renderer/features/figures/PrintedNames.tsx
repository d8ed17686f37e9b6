// All names behind a figure as a plain table, for paper.
import type { JSX } from 'react'
import type { Figure, FigureName } from '../../../db/model/shapes/figures'
import type { Column } from '../../components/grid/column'
import { useTexts } from '../../texts/texts'
import classes from './figures.module.css'

export interface PrintedNamesProps {
  figure: Figure
  columns: readonly Column<FigureName>[]
}

export function PrintedNames({ figure, columns }: PrintedNamesProps): JSX.Element {
  const { t } = useTexts()
  if (figure.names.length === 0) return <p>{t('figures.none')}</p>
  return (
    <table className={classes['table']} aria-label={figure.name}>
      <thead>
        <tr>
          {columns.map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figure.names.map((name) => (
          <tr key={name.id}>
            {columns.map(({ id, text }) => (
              <td key={id}>{text(name)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
