// A part of the page that has nothing yet: one line that says so and, for those who may edit, the way to fill it. Calm where a whole
// page of them is the rule: most laboratories of a young register have no scope and no decision.
import type { JSX, ReactNode } from 'react'
import ink from './ink.module.css'

export function MissingPart({ text, action }: { text: string; action?: ReactNode }): JSX.Element {
  return (
    <div className={ink['missing']}>
      <p>{text}</p>
      {action}
    </div>
  )
}
