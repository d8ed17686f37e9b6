// Under the sheet: whose cell one stands on, its text in full, what is wrong with it and what may be meant, and what the register
// has where that differs.
import { Button } from '@mantine/core'
import type { JSX } from 'react'
import { codeOffers } from '../../../../db/model/codes/parse'
import { cancel, cellAt, write } from '../../../components/sheet/sheet'
import type { SheetColumn } from '../../../components/sheet/SheetGrid'
import { useTexts } from '../../../texts/texts'
import classes from '../../../components/sheet/around.module.css'
import type { RecordSheet } from './useRecordSheet'

export function SheetBar({ record, columns }: { record: RecordSheet; columns: readonly SheetColumn[] }): JSX.Element {
  const { t } = useTexts()
  const { sheet, base } = record.standing
  const { at, typing } = sheet
  const column = columns[at.column]
  const row = sheet.rows[at.row]
  const before = row === undefined ? undefined : base.get(row.key)
  const text = typing?.text ?? cellAt(sheet, at)
  const id = column?.id ?? ''
  const stored = before === undefined ? text : (before.cells[id] ?? before.heads[id] ?? '')
  const problem = row === undefined ? undefined : record.problemsOf(row)[id]
  return (
    <section className={classes['bar']} aria-label={t('many.sheet.cell')}>
      <p className={classes['where']}>
        {column?.label} – {before?.name}
      </p>
      <p className={classes['whole']}>
        {text === '' ? <span className={classes['dim']}>{t('many.empty')}</span> : text}
      </p>
      {stored !== text && (
        <p className={classes['dim']}>
          {t('many.sheet.inRegister', { text: stored === '' ? t('many.empty') : stored })}
        </p>
      )}
      {problem !== undefined && (
        <p className={classes['problem']} role="status">
          {problem}
        </p>
      )}
      {problem !== undefined && id === 'code' && (
        <div className={classes['offers']}>
          {codeOffers(text).map((code) => (
            <Button
              key={code}
              size="compact-sm"
              variant="default"
              onClick={() => {
                record.change((now) => write(cancel(now), at, [[code]]))
                document.querySelector<HTMLElement>('main [data-autofocus]')?.focus()
              }}
            >
              {t('common.code.suggest', { code })}
            </Button>
          ))}
        </div>
      )}
      <p className={classes['help']}>{t('many.sheet.help')}</p>
    </section>
  )
}
