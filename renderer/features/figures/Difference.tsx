// Who came and who went since the other day, each with what changed; a name opens its laboratory.
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import type { Figure, FigureName } from '../../../db/model/shapes/figures'
import { useTexts } from '../../texts/texts'
import { nameOf } from './columns'
import classes from './figures.module.css'
import { openLab } from './openLab'

export interface DifferenceProps {
  figure: Figure
  difference: NonNullable<Figure['difference']>
}

export function Difference({ figure, difference }: DifferenceProps): JSX.Element {
  const { t, n, language } = useTexts()
  const { came, went, value: before } = difference
  const [day, today] = [formatDate(difference.day, language), formatDate(figure.day, language)]
  return (
    <section className={classes['difference']} aria-label={t('figures.change.title', { day })}>
      <p>
        {t('figures.change.line', { day, before: n(before), today, now: n(figure.value) })}
        {came.length + went.length === 0 && <span className={classes['dim']}> · {t('figures.change.same')}</span>}
      </p>
      <div className={classes['moves']}>
        {came.length > 0 && (
          <Moves title={t('figures.change.came', { count: came.length, shown: n(came.length) })} names={came} />
        )}
        {went.length > 0 && (
          <Moves title={t('figures.change.went', { count: went.length, shown: n(went.length) })} names={went} />
        )}
      </div>
    </section>
  )
}

function Moves({ title, names }: { title: string; names: readonly FigureName[] }): JSX.Element {
  const texts = useTexts()
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {names.map((name) => (
          <li key={name.id}>
            <button type="button" onClick={() => openLab(name)}>
              {nameOf(name, texts)}
            </button>{' '}
            <span className={classes['dim']}>{name.why}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
