// Above the sheet: how many rows there are, how much of them is edited and not saved, and the way to what is wrong.
import { Button } from '@mantine/core'
import { IconForms } from '@tabler/icons-react'
import type { JSX } from 'react'
import { TroubleButton } from '../../../components/sheet/TroubleButton'
import { Toolbar } from '../../../components/Toolbar'
import { useTexts } from '../../../texts/texts'
import classes from '../../../components/sheet/around.module.css'
import type { RecordSheet } from './useRecordSheet'

export interface SheetToolsProps {
  record: RecordSheet
  onForm: () => void
  /** it opened with what was left unsaved earlier */
  hadDraft: boolean
}

export function SheetTools({ record, onForm, hadDraft }: SheetToolsProps): JSX.Element {
  const { t, n } = useTexts()
  const { standing, changed, trouble } = record
  const [first] = trouble
  const rows = standing.sheet.rows.length
  const isLabs = standing.filled.table.kind === 'laboratory'
  const counts = [
    // how many laboratories there are stands under the title already
    ...(isLabs ? [] : [t('many.sheet.rows', { count: rows, shown: n(rows) })]),
    ...(changed.length > 0 ? [t('many.sheet.cells', { count: changed.length, shown: n(changed.length) })] : []),
    ...(changed.length > 0 && hadDraft ? [t('many.sheet.draft')] : []),
  ]
  return (
    <Toolbar
      label={t('many.sheet.tools')}
      end={
        <span className={classes['counts']}>
          <output>{counts.join(' · ')}</output>
          {changed.length > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={record.drop}>
              {t('many.sheet.drop')}
            </Button>
          )}
        </span>
      }
    >
      <Button
        variant="default"
        size="compact-md"
        title="F4"
        leftSection={<IconForms size={14} aria-hidden />}
        onClick={onForm}
      >
        {t('many.sheet.form')}
      </Button>
      {first !== undefined && (
        <TroubleButton
          text={t('many.sheet.trouble', { count: trouble.length, shown: n(trouble.length) })}
          row={first.row}
          column={first.column}
          onChange={record.change}
        />
      )}
    </Toolbar>
  )
}
