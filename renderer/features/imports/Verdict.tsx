// What an import makes of a row: sign, word and colour, never colour alone.
import {
  IconAlertTriangle,
  IconArrowsDiff,
  IconEqual,
  IconInfoCircle,
  IconPencil,
  IconPlus,
  type Icon,
} from '@tabler/icons-react'
import type { JSX } from 'react'
import type { RowVerdict } from '../../../db/model/shapes/exchange'
import { useTexts } from '../../texts/texts'
import classes from './imports.module.css'

const signs: Record<RowVerdict | 'noted', Icon> = {
  new: IconPlus,
  change: IconPencil,
  same: IconEqual,
  conflict: IconArrowsDiff,
  error: IconAlertTriangle,
  noted: IconInfoCircle,
}

export function VerdictSign({ of }: { of: RowVerdict | 'noted' }): JSX.Element {
  const Sign = signs[of]
  return <Sign size={14} stroke={2} aria-hidden className={classes['sign']} data-verdict={of} />
}

export function Verdict({ of }: { of: RowVerdict }): JSX.Element {
  const { t } = useTexts()
  return (
    <span className={classes['verdict']} data-verdict={of}>
      <VerdictSign of={of} />
      {t(`imports.verdicts.${of}`)}
    </span>
  )
}
