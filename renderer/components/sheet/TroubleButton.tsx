// Above a sheet: how many cells are wrong, and the way to the first of them.
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { JSX } from 'react'
import { goTo, type Sheet } from './sheet'

export interface TroubleButtonProps {
  /** how many there are, in words */
  text: string
  row: number
  column: string
  onChange: (change: (sheet: Sheet) => Sheet) => void
}

export function TroubleButton({ text, row, column, onChange }: TroubleButtonProps): JSX.Element {
  return (
    <Button
      variant="subtle"
      color="red"
      size="compact-md"
      leftSection={<IconAlertTriangle size={14} aria-hidden />}
      onClick={() => onChange((now) => goTo(now, { row, column: Math.max(0, now.columns.indexOf(column)) }))}
    >
      {text}
    </Button>
  )
}
