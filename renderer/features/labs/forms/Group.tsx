// A titled group of fields, one or two columns wide as the panel allows.
import { useId, type JSX, type ReactNode } from 'react'
import classes from './forms.module.css'

export interface GroupProps {
  title: string
  hint?: string
  /** at the right of the title */
  actions?: ReactNode
  children: ReactNode
}

export function Group({ title, hint, actions, children }: GroupProps): JSX.Element {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className={classes['group']}>
      <div className={classes['groupHead']}>
        <h3 id={id}>{title}</h3>
        {actions}
      </div>
      {hint !== undefined && <p className={classes['groupHint']}>{hint}</p>}
      <div className={classes['fields']}>{children}</div>
    </div>
  )
}

/** A field that needs the whole width. */
export function Wide({ children }: { children: ReactNode }): JSX.Element {
  return (
    <div className={classes['wide']} data-field>
      {children}
    </div>
  )
}
