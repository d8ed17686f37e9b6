// Under the grid: the cell one stands on in full, what is wrong with it, and whether its row continues a line of the earlier issue.
import { Button } from '@mantine/core'
import type { JSX } from 'react'
import type { AnnexLine } from '../../../db/model/shapes/scope'
import { cellAt, type SheetRow } from '../../components/sheet/sheet'
import type { SheetColumn } from '../../components/sheet/SheetGrid'
import { useTexts } from '../../texts/texts'
import { isBlank } from './cells'
import classes from '../../components/sheet/around.module.css'
import type { Entry } from './useEntry'

export interface EntryBarProps {
  entry: Entry
  columns: readonly SheetColumn[]
  problemsOf: (row: SheetRow) => Readonly<Record<string, string>>
  earlier: readonly AnnexLine[]
}

export function EntryBar({ entry, columns, problemsOf, earlier }: EntryBarProps): JSX.Element {
  const { t, n } = useTexts()
  const { at } = entry.sheet
  const column = columns[at.column]
  const row = entry.sheet.rows[at.row]
  const text = entry.sheet.typing?.text ?? cellAt(entry.sheet, at)
  const problem = column === undefined || row === undefined ? undefined : problemsOf(row)[column.id]
  return (
    <section className={classes['bar']} aria-label={t('scope.bar.label')}>
      <p className={classes['where']}>{t('common.sheet.cell', { column: column?.label ?? '', row: n(at.row + 1) })}</p>
      <p className={classes['whole']}>
        {text === '' ? <span className={classes['dim']}>{t('scope.bar.empty')}</span> : text}
      </p>
      {problem !== undefined && (
        <p className={classes['problem']} role="status">
          {problem}
        </p>
      )}
      {row !== undefined && !isBlank(row.cells) && entry.kept.base[row.key] === undefined && (
        <Lineage entry={entry} row={row} earlier={earlier} />
      )}
      <p className={classes['help']}>{t('scope.bar.help')}</p>
    </section>
  )
}

function Lineage({
  entry,
  row,
  earlier,
}: {
  entry: Entry
  row: SheetRow
  earlier: readonly AnnexLine[]
}): JSX.Element | null {
  const { t } = useTexts()
  if (earlier.length === 0) return null
  const chosen = entry.kept.continues[row.key]
  const exact = entry.lineage.exact.get(row.key)
  const offer = entry.lineage.offered.get(row.key)
  const name = (id: string): string => {
    const line = earlier.find((each) => each.id === id)
    return [line?.matrixVi, line?.testVi ?? line?.testEn ?? line?.quantity, line?.range, line?.method]
      .filter(Boolean)
      .join(' – ')
  }
  const link = (to: string | null) => () => entry.setContinues({ [row.key]: to })
  if (chosen !== undefined || exact !== undefined) {
    const id = chosen === undefined ? exact! : chosen
    return (
      <p>
        {id === null
          ? t('scope.bar.unlinked')
          : t(chosen === undefined ? 'scope.bar.exact' : 'scope.bar.linked', { line: name(id) })}{' '}
        {id !== null && (
          <Button variant="subtle" size="compact-xs" onClick={link(null)}>
            {t('scope.bar.unlink')}
          </Button>
        )}
      </p>
    )
  }
  if (offer === undefined) return null
  return (
    <p>
      {t('scope.bar.offer', { line: name(offer) })}{' '}
      <Button variant="default" size="compact-xs" onClick={link(offer)}>
        {t('scope.bar.link')}
      </Button>{' '}
      <Button variant="subtle" size="compact-xs" onClick={link(null)}>
        {t('scope.bar.unlink')}
      </Button>
    </p>
  )
}
