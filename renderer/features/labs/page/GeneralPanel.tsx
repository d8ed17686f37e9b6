// Beside the accreditations: what the laboratory is, how it is called and how to reach it.
import type { JSX, ReactNode } from 'react'
import { formatDate } from '../../../../db/model/dates/partial'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { FIRST_DAY, LAST_DAY } from '../../../../db/model/status/spans'
import { say } from '../../../../db/model/texts/say'
import { Facts, Panel, type FactsProps } from '../../../components/Page'
import { capital } from '../../../texts/capital'
import { useTexts, type Texts } from '../../../texts/texts'
import { FieldButton } from './FieldButton'
import type { OneField } from './fieldHistory'
import ink from './ink.module.css'

export interface GeneralPanelProps {
  page: LabPage
  onHistory: (field: OneField) => void
}

export function GeneralPanel({ page, onHistory }: GeneralPanelProps): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const missing = <span className={ink['dim']}>{t('labPage.missing')}</span>
  const others = otherNames(texts, page)
  const fact = (label: string, value: ReactNode, of: OneField | null): FactsProps['facts'][number] => ({
    label,
    value: (
      <>
        {value ?? missing}
        {of !== null && <FieldButton name={label} onOpen={() => onHistory(of)} />}
      </>
    ),
  })
  const own = (field: string): OneField => ({ record: page.id, entity: 'laboratory', field })
  const ofOwner = (field: string): OneField | null =>
    page.owner === null ? null : { record: page.owner.id, entity: 'organization', field }
  return (
    <Panel title={t('labPage.contact.title')}>
      <Facts
        facts={[
          fact(
            t('labPage.contact.kind'),
            page.kind === null ? null : capital(t(`records.choices.labKinds.${page.kind}`), language),
            own('kind'),
          ),
          fact(t('labPage.contact.manager'), page.manager, own('manager')),
          fact(t('labPage.contact.phone'), page.phone, own('phone')),
          fact(t('labPage.contact.email'), page.email, own('email')),
          fact(t('labPage.contact.website'), page.website, own('website')),
          fact(t('labPage.contact.nameEn'), page.nameEn, { record: page.id, entity: 'laboratory_name', field: 'en' }),
          ...(others.length === 0 ? [] : [{ label: t('labPage.contact.otherNames'), value: others.join('; ') }]),
          fact(
            t('labPage.contact.sector'),
            page.owner?.sector ? say(language, `exchange.sectors.${page.owner.sector}`) : null,
            ofOwner('sector'),
          ),
          fact(t('labPage.contact.ownerAddress'), page.owner?.address ?? null, ofOwner('address')),
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
