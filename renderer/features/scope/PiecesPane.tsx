// Pieces of a pasted annex that were read into no row: each waits here until it is put into the chosen cell or left out on purpose.
import { Button } from '@mantine/core'
import type { JSX } from 'react'
import { cellAt, commit, write } from '../../components/sheet/sheet'
import type { SheetColumn } from '../../components/sheet/SheetGrid'
import { useTexts } from '../../texts/texts'
import classes from './scope.module.css'
import type { Entry } from './useEntry'

export function PiecesPane({ entry, columns }: { entry: Entry; columns: readonly SheetColumn[] }): JSX.Element {
  const { t, n } = useTexts()
  const { at } = entry.sheet
  const where = t('common.sheet.cell', { column: columns[at.column]?.label ?? '', row: n(at.row + 1) })
  const leave = (index: number): void => entry.setPieces(entry.pieces.filter((_, place) => place !== index))
  const put = (piece: string, index: number): void => {
    entry.change((now) => {
      const done = commit(now)
      const present = cellAt(done, done.at)
      return write(done, done.at, [[present === '' ? piece : `${present} ${piece}`]])
    })
    leave(index)
  }
  return (
    <aside className={classes['pieces']} aria-label={t('scope.pieces.title')}>
      <header>
        <h2>{t('scope.pieces.count', { count: entry.pieces.length, shown: n(entry.pieces.length) })}</h2>
        <Button variant="subtle" size="compact-xs" onClick={() => entry.setPieces([])}>
          {t('scope.pieces.leaveAll')}
        </Button>
      </header>
      <p className={classes['dim']}>{t('scope.pieces.hint', { cell: where })}</p>
      <ul>
        {entry.pieces.map((piece, index) => (
          <li key={`${index} ${piece}`}>
            <span>{piece}</span>
            <span className={classes['pieceButtons']}>
              <Button
                variant="default"
                size="compact-xs"
                aria-label={t('scope.pieces.putThis', { piece, cell: where })}
                onClick={() => put(piece, index)}
              >
                {t('scope.pieces.put')}
              </Button>
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={t('scope.pieces.leaveThis', { piece })}
                onClick={() => leave(index)}
              >
                {t('scope.pieces.leave')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </aside>
  )
}
