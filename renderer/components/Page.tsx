// The shape of every screen: one title, one line of truth, a toolbar, and a body that either scrolls or is filled by a list.
import { useId, type JSX, type ReactNode } from 'react'
import classes from './page.module.css'

export interface PageProps {
  title: string
  /** one line under the title */
  line?: ReactNode
  /** at the right of the title */
  actions?: ReactNode
  /** under the title: search, filters */
  toolbar?: ReactNode
  /** the body is one list that fills the height and scrolls itself */
  fill?: boolean
  children: ReactNode
}

export function Page({ title, line, actions, toolbar, fill = false, children }: PageProps): JSX.Element {
  const id = useId()
  return (
    <article className={classes['page']} aria-labelledby={id}>
      <header className={classes['head']}>
        <div className={classes['titles']}>
          <h1 id={id}>{title}</h1>
          {line !== undefined && <p className={classes['line']}>{line}</p>}
        </div>
        {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
        {toolbar !== undefined && <div className={classes['toolbar']}>{toolbar}</div>}
      </header>
      <div className={fill ? classes['filled'] : classes['body']}>{children}</div>
    </article>
  )
}

export interface PanelProps {
  title: string
  actions?: ReactNode
  children: ReactNode
}

/** One answer within a screen: a titled box. */
export function Panel({ title, actions, children }: PanelProps): JSX.Element {
  const id = useId()
  return (
    <section className={classes['panel']} aria-labelledby={id}>
      <header className={classes['panelHead']}>
        <h2 id={id}>{title}</h2>
        {actions}
      </header>
      <div className={classes['panelBody']}>{children}</div>
    </section>
  )
}

export interface FactsProps {
  /** what stands at the left and what is known; empty values are shown as a dash, never left out silently */
  facts: readonly { label: string; value: ReactNode }[]
}

/** Labels and values, one pair a line. */
export function Facts({ facts }: FactsProps): JSX.Element {
  return (
    <dl className={classes['facts']}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === null || value === undefined || value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
