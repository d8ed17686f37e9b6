// Beside the accreditations: what the laboratory is, how it is called and how to reach it.
import type { JSX } from 'react'
import { formatDate } from '../../../../db/model/dates/partial'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { FIRST_DAY, LAST_DAY } from '../../../../db/model/status/spans'
import { say } from '../../../../db/model/texts/say'
import { Facts, Panel } from '../../../components/Page'
import { capital } from '../../../texts/capital'
import { useTexts, type Texts } from '../../../texts/texts'
import ink from './ink.module.css'

export function GeneralPanel({ page }: { page: LabPage }): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const missing = <span className={ink['dim']}>{t('labPage.missing')}</span>
  const others = otherNames(texts, page)
  return (
    <Panel title={t('labPage.contact.title')}>
      <Facts
        facts={[
          {
            label: t('labPage.contact.kind'),
            value: page.kind === null ? missing : capital(t(`records.choices.labKinds.${page.kind}`), language),
          },
          { label: t('labPage.contact.manager'), value: page.manager ?? missing },
          { label: t('labPage.contact.phone'), value: page.phone ?? missing },
          { label: t('labPage.contact.email'), value: page.email ?? missing },
          { label: t('labPage.contact.website'), value: page.website ?? missing },
          { label: t('labPage.contact.nameEn'), value: page.nameEn ?? missing },
          ...(others.length === 0 ? [] : [{ label: t('labPage.contact.otherNames'), value: others.join('; ') }]),
          {
            label: t('labPage.contact.sector'),
            value: page.owner?.sector ? say(language, `exchange.sectors.${page.owner.sector}`) : missing,
          },
          { label: t('labPage.contact.ownerAddress'), value: page.owner?.address ?? missing },
        ]}
      />
    </Panel>
  )
}

/** Names of other days, with the days on which they held; the corrected spelling of today's name is history, not a name. */
export function otherNames(
  { t, language }: Pick<Texts, 't' | 'language'>,
  { names, nameVi }: Pick<LabPage, 'names' | 'nameVi'>,
): string[] {
  return names
    .filter(({ vi }) => vi !== nameVi)
    .map(({ vi: name, from, to }) => {
      const days = { name, from: formatDate(from, language), to: formatDate(to, language) }
      if (from !== FIRST_DAY && to !== LAST_DAY) return t('labPage.nameFromTo', days)
      if (from !== FIRST_DAY) return t('labPage.nameFrom', days)
      return to === LAST_DAY ? name : t('labPage.nameTo', days)
    })
}
