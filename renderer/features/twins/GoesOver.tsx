// What a merge takes along beside the values: the places, each its own or one of the kept laboratory's, and what hangs on the other.
import { NativeSelect } from '@mantine/core'
import type { JSX } from 'react'
import type { LabPage, SitePage } from '../../../db/model/shapes/lab'
import { Panel } from '../../components/Page'
import { useTexts } from '../../texts/texts'
import classes from './twins.module.css'

const nameOf = ({ label, address }: SitePage): string => [label, address].filter(Boolean).join(' – ')

/** Places of `other` that stand word for word among those of `keep`: its id → theirs. */
export function sameSite(keep: LabPage, other: LabPage): Record<string, string> {
  const pairs = other.sites.flatMap((site) => {
    const twin = keep.sites.find((own) => nameOf(own) !== '' && nameOf(own) === nameOf(site))
    return twin === undefined ? [] : [[site.id, twin.id] as const]
  })
  return Object.fromEntries(pairs)
}

export interface SiteChoicesProps {
  keep: LabPage
  other: LabPage
  sites: Readonly<Record<string, string>>
  onChange: (sites: Record<string, string>) => void
  locked: boolean
}

export function SiteChoices({ keep, other, sites, onChange, locked }: SiteChoicesProps): JSX.Element {
  const { t } = useTexts()
  const choose = (site: string, into: string): void => {
    const { [site]: _before, ...others } = sites
    onChange(into === '' ? others : { ...others, [site]: into })
  }
  const options = [
    { value: '', label: t('twins.merge.asNew') },
    ...keep.sites.map((own) => ({ value: own.id, label: t('twins.merge.asSame', { site: nameOf(own) }) })),
  ]
  return (
    <Panel title={t('twins.merge.sites')}>
      {other.sites.length === 0 && <p>{t('twins.merge.noSites')}</p>}
      <div className={classes['sites']}>
        {other.sites.map((site) => (
          <NativeSelect
            key={site.id}
            label={t('twins.merge.site', { site: nameOf(site) })}
            data={options}
            value={sites[site.id] ?? ''}
            disabled={locked}
            onChange={(event) => choose(site.id, event.currentTarget.value)}
          />
        ))}
      </div>
    </Panel>
  )
}

export function GoesOver({ other }: { other: LabPage }): JSX.Element | null {
  const { t, n } = useTexts()
  const codes = other.accreditations.map(({ code }) => code?.raw ?? t('twins.merge.noCode')).join(', ')
  const count = other.accreditations.length
  const sources = other.evidence.length + other.statements.length
  if (count === 0 && sources === 0) return null
  return (
    <p className={classes['over']}>
      {t('twins.merge.goesOver')}:{' '}
      {count === 0
        ? t('twins.merge.noAccreditations')
        : t('twins.merge.accreditations', { count, shown: n(count), codes })}
      {sources > 0 && `; ${t('twins.merge.sources', { count: sources, shown: n(sources) })}`}.
    </p>
  )
}
