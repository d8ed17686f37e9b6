// A value offered beside a field (`data-field` around both): taking it puts the focus into the field, since the offer then goes.
import { Button } from '@mantine/core'
import type { JSX, ReactNode } from 'react'

export interface OfferButtonProps {
  onTake: () => void
  children: ReactNode
}

export function OfferButton({ onTake, children }: OfferButtonProps): JSX.Element {
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={(event) => {
        const field = event.currentTarget.closest('[data-field]')?.querySelector<HTMLElement>('input, select, textarea')
        onTake()
        field?.focus()
      }}
    >
      {children}
    </Button>
  )
}
