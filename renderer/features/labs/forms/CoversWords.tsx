// What an accreditation covers, in words: names of laboratories that need not be the one at hand.
import type { JSX } from 'react'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import type { Cover } from './accreditation'

export function LaboratoryName({ cover }: { cover: Cover }): JSX.Element {
  const page = useCall('labs.get', { id: cover.laboratory })
  if (page.state !== 'ready') return <span>…</span>
  const site = page.data.sites.find((each) => each.id === cover.site)
  return <span>{[page.data.nameVi, site?.label ?? site?.address].filter(Boolean).join(' – ')}</span>
}

export function CoversWords({ covers, lab }: { covers: readonly Cover[]; lab: LabPage }): JSX.Element {
  const { t } = useTexts()
  if (covers.length === 0) return <>{t('records.values.empty')}</>
  return (
    <>
      {covers.map((cover) => {
        const site = lab.sites.find((each) => each.id === cover.site)
        const own = cover.laboratory === lab.id ? (site?.label ?? site?.address ?? lab.nameVi) : null
        return (
          <div key={`${cover.laboratory} ${cover.site ?? ''}`}>
            {own === null ? <LaboratoryName cover={cover} /> : own}
          </div>
        )
      })}
    </>
  )
}
