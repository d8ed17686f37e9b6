// One cell of the file against the register: what is there now, struck out, and what it would become.
import type { JSX } from 'react'
import { useTexts } from '../../texts/texts'
import classes from './imports.module.css'
import { withoutSharedStart } from './shorten'
import { VerdictSign } from './Verdict'

export interface CellChangeProps {
  /** '': the register has nothing there; null: there is nothing to compare with */
  before: string | null
  after: string | null
  /** something is said about the cell */
  said: 'error' | 'noted' | null
  /** the words, on hover; the remark column has them too */
  title: string
  /** what is there now also says which row this is: its beginning stays */
  names?: boolean
}

export function CellChange({ before, after, said, title, names = false }: CellChangeProps): JSX.Element {
  const { t } = useTexts()
  const [end, fresh] = before === null || after === null ? [before, after] : withoutSharedStart(before, after)
  const old = names ? before : end
  return (
    <span className={classes['cell']} data-said={said ?? undefined} title={title}>
      {said !== null && <VerdictSign of={said} />}
      {old !== null && (
        <>
          {old === '' ? <span className={classes['blank']}>{t('records.values.empty')}</span> : <del>{old}</del>}
          <span aria-hidden>→</span>
          <span className="seen-by-readers"> {t('imports.becomes')} </span>
        </>
      )}
      <ins>{fresh}</ins>
    </span>
  )
}
