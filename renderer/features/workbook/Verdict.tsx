// What becomes of a row: sign, word and colour, never colour alone.
import { IconAlertTriangle, IconArrowsSplit2, IconHelp, IconPencil, IconPlus, type Icon } from '@tabler/icons-react'
import type { JSX } from 'react'
import { useTexts } from '../../texts/texts'
import classes from './workbook.module.css'
import type { RowFilter } from './workbookStore'

export type Shown = Exclude<RowFilter, 'all'>

const signs: Record<Shown, Icon> = {
  error: IconAlertTriangle,
  conflict: IconArrowsSplit2,
  asked: IconHelp,
  new: IconPlus,
  change: IconPencil,
}

export function VerdictSign({ of }: { of: Shown }): JSX.Element {
  const Sign = signs[of]
  return <Sign size={14} stroke={2} aria-hidden className={classes['sign']} data-verdict={of} />
}

export function Verdict({ of }: { of: Shown }): JSX.Element {
  const { t } = useTexts()
  return (
    <span className={classes['verdict']} data-verdict={of}>
      <VerdictSign of={of} />
      {t(`workbook.verdicts.${of}`)}
    </span>
  )
}
