// Địa điểm: where the laboratory works, each place with its address as printed, its unit today and before, and what covers it.
import { Button } from '@mantine/core'
import type { JSX } from 'react'
import type { LabPage, SitePage } from '../../../../db/model/shapes/lab'
import { Facts } from '../../../components/Page'
import { useTexts } from '../../../texts/texts'
import { openForm } from '../forms/openForm'
import { MissingPart } from './MissingPart'
import classes from './sites.module.css'
import ink from './ink.module.css'
import { accreditationName, siteName } from './wording'

export interface SitesSectionProps {
  page: LabPage
  canEdit: boolean
}

export function SitesSection({ page, canEdit }: SitesSectionProps): JSX.Element {
  const { t } = useTexts()
  const add = canEdit && (
    <Button
      variant="default"
      size="compact-md"
      className={ink['noPrint'] ?? ''}
      onClick={() => openForm({ form: 'site', laboratory: page.id })}
    >
      {t('labPage.actions.addSite')}
    </Button>
  )
  if (page.sites.length === 0) return <MissingPart text={t('labPage.sites.none')} action={add} />
  return (
    <ul className={classes['sites']}>
      {page.sites.map((site, index) => (
        <Site key={site.id} site={site} index={index} page={page} canEdit={canEdit} />
      ))}
    </ul>
  )
}

function Site({ site, index, page, canEdit }: SitesSectionProps & { site: SitePage; index: number }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const name = siteName(texts, site, index)
  const covering = page.accreditations.filter(({ covers }) =>
    covers.some((cover) => cover.laboratory.id === page.id && (cover.site === null || cover.site.id === site.id)),
  )
  const missing = <span className={ink['dim']}>{t('labPage.missing')}</span>
  const facts = [
    { label: t('labPage.sites.address'), value: site.address ?? missing },
    { label: t('labPage.sites.unit'), value: site.unit?.name ?? missing },
    { label: t('labPage.sites.oldUnit'), value: site.oldUnit?.name ?? missing },
    ...(site.phone === null ? [] : [{ label: t('labPage.sites.phone'), value: site.phone }]),
    {
      label: t('labPage.sites.covered'),
      value: covering.length === 0 ? missing : covering.map((each) => accreditationName(texts, each)).join(', '),
    },
    ...(site.note === null ? [] : [{ label: t('labPage.sites.note'), value: site.note }]),
  ]
  return (
    <li>
      <header>
        <h3>{name}</h3>
        {canEdit && (
          <Button
            variant="subtle"
            size="compact-sm"
            className={ink['noPrint'] ?? ''}
            aria-label={t('labPage.actions.editThis', { what: name })}
            onClick={() => openForm({ form: 'site', laboratory: page.id, id: site.id })}
          >
            {t('labPage.actions.edit')}
          </Button>
        )}
      </header>
      <Facts facts={facts} />
    </li>
  )
}
