// “Số liệu”: the figures with their rules at the left, the names behind the chosen one and what changed since another day at the right.
import type { JSX } from 'react'
import { addMonths, formatDate } from '../../../db/model/dates/partial'
import { figureRules, type FigureRule } from '../../../db/model/figures/rules'
import type { FigureHead } from '../../../db/model/shapes/figures'
import { LoadFailed } from '../../components/LoadFailed'
import { Page } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import type { ScreenProps } from '../../screens'
import { useDay } from '../../stores/day'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import classes from './figures.module.css'
import { FigureSheet } from './FigureSheet'

const YEAR = 12
const amend = (params: Record<string, string>): void => useNavigation.getState().amend(params)
const DAY = /^\d{4}-\d{2}-\d{2}$/

export function FiguresScreen({ params }: ScreenProps): JSX.Element {
  const { t, language } = useTexts()
  const day = useDay()
  const heads = useCall('figures.list', { day, language })
  const rule = figureRules.find((each) => each === params['rule']) ?? figureRules[0]
  const compareDay = DAY.test(params['compare'] ?? '') ? params['compare']! : addMonths(day, -YEAR)
  const figure = useCall('figures.evaluate', { rule, day, compareDay, language })
  return (
    <Page fill title={t('figures.title')} line={t('figures.line', { day: formatDate(day, language) })}>
      <div className={classes['screen']}>
        {heads.state === 'error' && <LoadFailed error={heads.error} onRetry={heads.refetch} />}
        {heads.state === 'ready' && <Rules heads={heads.data} chosen={rule} />}
        {figure.state === 'error' && <LoadFailed error={figure.error} onRetry={figure.refetch} />}
        {figure.state === 'pending' && <Skeleton lines={8} />}
        {figure.state === 'ready' && (
          <FigureSheet figure={figure.data} compareDay={compareDay} onCompare={(compare) => amend({ compare })} />
        )}
      </div>
    </Page>
  )
}

function Rules({ heads, chosen }: { heads: readonly FigureHead[]; chosen: FigureRule }): JSX.Element {
  const { t, n } = useTexts()
  return (
    <nav className={classes['rules']} aria-label={t('figures.rules')}>
      <ul>
        {heads.map(({ rule, name, value, published }) => (
          <li key={rule}>
            <button type="button" aria-current={rule === chosen ? 'true' : undefined} onClick={() => amend({ rule })}>
              <span className={classes['ruleName']}>
                {name}{' '}
                {published.length > 0 && (
                  <span className={classes['dim']}>
                    {t('figures.published', { value: published.map((each) => each.value).join(', ') })}
                  </span>
                )}
              </span>{' '}
              <strong>{n(value)}</strong>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
