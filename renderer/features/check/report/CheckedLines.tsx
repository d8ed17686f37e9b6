// The scope lines a verdict rests on, or the nearest ones where none fits, as a small table.
import type { JSX } from 'react'
import type { CheckedLine } from '../../../../db/model/check/report'
import { useTexts } from '../../../texts/texts'
import classes from '../check.module.css'

const columns = ['matrix', 'test', 'range', 'method', 'site'] as const

export function CheckedLines({
  lines,
  are,
}: {
  lines: readonly CheckedLine[]
  are: 'listed' | 'nearest'
}): JSX.Element {
  const { t } = useTexts()
  const shown = columns.filter((column) => lines.some((line) => line[column] !== null))
  return (
    <div className={classes['lines']}>
      <table>
        <caption>{t(`check.verdict.${are}`)}</caption>
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column} scope="col">
                {t(`check.lines.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} data-inclusion={line.inclusion}>
              {shown.map((column) => (
                <td key={column}>
                  {line[column] ?? ''}
                  {column === 'test' && line.inclusion !== 'included' && (
                    <em className={classes['inclusion']}> ({t(`check.inclusion.${line.inclusion}`)})</em>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
