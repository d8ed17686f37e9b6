// The selected laboratory in short, beside the list: its line of truth, how to reach it, where it is, its accreditations, what to look at.
import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { memo, type JSX, type ReactNode } from 'react'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { LoadFailed } from '../../../components/LoadFailed'
import { Facts } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { StatusBadge } from '../../../components/StatusBadge'
import { StatusIcon } from '../../../components/StatusIcon'
import { useDay } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { FlagList } from '../page/FlagList'
import { bestOf, truthOf } from '../page/truth'
import { Why } from '../page/Why'
import { accreditationName, ownerAndArea, siteName } from '../page/wording'
import classes from './list.module.css'

export interface LabDetailsProps {
  id: string
  onOpen: (laboratory: { id: string }) => void
}

export const LabDetails = memo(function LabDetails({ id, onOpen }: LabDetailsProps): JSX.Element {
  const { t } = useTexts()
  const lab = useCall('labs.get', { id, day: useDay() })
  if (lab.state === 'pending') return <Skeleton lines={6} />
  if (lab.state === 'error') {
    // another register is open, or the record is gone: the list itself says what there is
    if (lab.error.code === 'not_found') return <p className={classes['gone']}>{t('labs.details.nothing')}</p>
    return <LoadFailed error={lab.error} onRetry={lab.refetch} />
  }
  return (
    <article className={classes['details']} aria-label={t('labs.details.label')} aria-busy={lab.refreshing}>
      <Head page={lab.data} />
      <Button
        variant="default"
        rightSection={<IconArrowRight size={16} aria-hidden />}
        onClick={() => onOpen({ id })}
        title="Enter"
      >
        {t('labs.details.open')}
      </Button>
      <Body page={lab.data} />
    </article>
  )
})

function Head({ page }: { page: LabPage }): JSX.Element {
  const texts = useTexts()
  const best = bestOf(page)
  return (
    <header>
      <h2>{page.nameVi || texts.t('labPage.noName')}</h2>
      <p className={classes['sub']}>{ownerAndArea(texts, page)}</p>
      <p className={classes['truth']}>
        <StatusIcon status={page.status} />
        {truthOf(texts, page)}
      </p>
      {best !== null && <Why key={page.id} status={best.status} day={page.day} laboratory={page.id} />}
    </header>
  )
}

function Body({ page }: { page: LabPage }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const contact = [
    { label: t('labPage.contact.manager'), value: page.manager },
    { label: t('labPage.contact.phone'), value: page.phone },
    { label: t('labPage.contact.email'), value: page.email },
    { label: t('labPage.contact.website'), value: page.website },
  ]
  return (
    <>
      <Part title={t('labPage.sections.accreditations')}>
        {page.accreditations.length === 0 ? (
          <p>{t('labPage.missing')}</p>
        ) : (
          <ul>
            {page.accreditations.map((each) => (
              <li key={each.id} className={classes['card']}>
                <span className={classes['code']}>{accreditationName(texts, each)}</span>
                <StatusBadge
                  status={each.status.status}
                  daysLeft={each.status.daysLeft}
                  why={{ laboratory: page.id, accreditation: each.id }}
                />
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t('labPage.contact.title')}>
        <Known facts={contact} />
      </Part>
      <Part title={t('labPage.sections.sites')}>
        {page.sites.length === 0 ? (
          <p>{t('labPage.sites.none')}</p>
        ) : (
          <ul>
            {page.sites.map((site, index) => (
              <li key={site.id}>{site.address ?? siteName(texts, site, index)}</li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t('labPage.flags.title')}>
        <FlagList flags={page.flags} />
      </Part>
    </>
  )
}

/** Only what is known: the page itself shows what is missing. */
function Known({ facts }: { facts: readonly { label: string; value: string | null }[] }): JSX.Element {
  const { t } = useTexts()
  const known = facts.filter(({ value }) => value !== null)
  return known.length === 0 ? <p>{t('labPage.missing')}</p> : <Facts facts={known} />
}

function Part({ title, children }: { title: string; children: ReactNode }): JSX.Element {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
