// Figures that others have published, word for word, beside what this register can prove. The register never adds the two up:
// nobody has established which of its laboratories the published ones are.
import { Tooltip } from '@mantine/core'
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import type { Overview } from '../../../db/model/shapes/overview'
import type { StatementShown } from '../../../db/model/shapes/lab'
import { Panel } from '../../components/Page'
import { useNavigation } from '../../stores/navigation'
import { useTexts, type Texts } from '../../texts/texts'
import { overview as words } from '../../texts/vi/overview'
import { Proved } from './Proved'
import { readFigures } from './publishedReading'
import classes from './overview.module.css'

export function PublishedFigures({ overview }: { overview: Overview }): JSX.Element {
  const { t, n } = useTexts()
  const { doubt, main } = readFigures(overview.published)
  return (
    <Panel
      title={t('overview.published.title')}
      actions={
        <button
          type="button"
          className={classes['link']}
          onClick={() => useNavigation.getState().go('figures', { rule: 'labs_las_vilas' })}
        >
          {t('overview.counting')}
        </button>
      }
    >
      <div className={classes['published']}>
        <section>
          <h3>{t('overview.published.claimed')}</h3>
          {overview.published.length === 0 ? (
            <p className={classes['dim']}>{t('overview.published.none')}</p>
          ) : (
            <ul className={classes['claims']}>
              {overview.published.map((figure) => (
                <Claim key={figure.id} figure={figure} />
              ))}
            </ul>
          )}
          {doubt !== null && (
            <p className={classes['dim']}>
              {t('overview.published.doubt', { part: n(doubt.part), main: n(doubt.main), sum: n(doubt.sum) })}
            </p>
          )}
          <Quotes figures={overview.published} />
        </section>
        <Proved overview={overview} main={main} />
      </div>
    </Panel>
  )
}

function Claim({ figure }: { figure: StatementShown }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  return (
    <Tooltip
      label={`${t('overview.published.claimedRule')} ${t('overview.published.source', { source: figure.source })}`}
    >
      <li>
        <strong>{figure.value}</strong>
        <span>
          {figureWords(figure.attribute, t)} <span className={classes['dim']}>· {saidWords(figure, texts)}</span>
        </span>
      </li>
    </Tooltip>
  )
}

function figureWords(attribute: string, t: Texts['t']): string {
  const name = attribute.slice(attribute.indexOf('.') + 1)
  const known = Object.keys(words.published.figures).find((key) => key === name) as
    | keyof typeof words.published.figures
    | undefined
  return t(`overview.published.figures.${known ?? 'other'}`)
}

function saidWords(figure: StatementShown, { t, language }: Texts): string {
  if (figure.saidOn === null) return t('overview.published.undated')
  return t('overview.published.dated', { when: formatDate(figure.saidOn.iso, language) })
}

/** Each wording once, however many figures were read out of it. */
function Quotes({ figures }: { figures: readonly StatementShown[] }): JSX.Element | null {
  const { t } = useTexts()
  const quotes = new Map(figures.map((figure) => [`${figure.source} ${figure.quote ?? ''}`, figure]))
  if (quotes.size === 0) return null
  return (
    <details className={classes['quotes']}>
      <summary>{t('overview.published.quote')}</summary>
      {[...quotes].map(([key, { quote, source }]) => (
        <div key={key}>
          {quote !== null && <blockquote lang="vi">{quote}</blockquote>}
          <p className={classes['dim']}>{t('overview.published.source', { source })}</p>
        </div>
      ))}
    </details>
  )
}
