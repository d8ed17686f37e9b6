// What stands where nothing is yet: what would be here and the one thing to do about it.
import type { Icon } from '@tabler/icons-react'
import type { JSX, ReactNode } from 'react'
import classes from './page.module.css'

export interface EmptyStateProps {
  icon?: Icon
  title: string
  text?: string
  action?: ReactNode
}

export function EmptyState({ icon: Sign, title, text, action }: EmptyStateProps): JSX.Element {
  return (
    <div className={classes['empty']} role="status">
      {Sign !== undefined && <Sign size={28} stroke={1.4} aria-hidden />}
      <p className={classes['emptyTitle']}>{title}</p>
      {text !== undefined && <p>{text}</p>}
      {action}
    </div>
  )
}
