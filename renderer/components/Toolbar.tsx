// A row of controls above a list or form; wraps instead of scrolling sideways.
import type { JSX, ReactNode } from 'react'
import classes from './page.module.css'

export interface ToolbarProps {
  label: string
  children: ReactNode
  /** stands at the far end */
  end?: ReactNode
}

export function Toolbar({ label, children, end }: ToolbarProps): JSX.Element {
  return (
    <div role="group" aria-label={label} className={classes['bar']}>
      {children}
      {end !== undefined && <div className={classes['barEnd']}>{end}</div>}
    </div>
  )
}
