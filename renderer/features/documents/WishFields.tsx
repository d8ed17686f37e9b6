// What a paper can be told besides its kind: which laboratory or accreditation, within how many days, whether the booklet has the scopes.
import { Checkbox, Select } from '@mantine/core'
import type { JSX } from 'react'
import type { DocumentWish } from '../../../db/model/documents/kinds'
import { expiryWindows } from '../../../db/model/status/spans'
import { LADDER_TOP } from '../../../db/model/tasks/kinds'
import { usePaperWish } from '../../stores/paperWish'
import { useTexts } from '../../texts/texts'
import classes from './documents.module.css'
import { AccreditationField, LabField } from './RecordFields'

export function WishFields({ wish }: { wish: DocumentWish }): JSX.Element | null {
  const { t, n } = useTexts()
  const change = usePaperWish((state) => state.change)
  if (wish.kind === 'lab') return <LabField label={t('documents.record.lab')} />
  if (wish.kind === 'accreditation')
    return (
      <>
        <LabField label={t('documents.record.lab')} />
        <AccreditationField wish={wish} />
      </>
    )
  if (wish.kind === 'expiring' || wish.kind === 'reminder')
    return (
      <>
        {wish.kind === 'reminder' && (
          <LabField label={t('documents.record.lab')} all={t('documents.record.allEnding')} />
        )}
        <Select
          label={t('documents.within.label')}
          allowDeselect={false}
          data={expiryWindows.map((days) => ({
            value: String(days),
            label: t('documents.within.days', { count: days, shown: n(days) }),
          }))}
          value={String(wish.within ?? LADDER_TOP)}
          onChange={(value) => value !== null && change({ ...wish, within: Number(value) })}
        />
      </>
    )
  if (wish.kind === 'booklet')
    return (
      <Checkbox
        label={t('documents.scope')}
        checked={wish.scope ?? false}
        onChange={(event) => change({ kind: 'booklet', scope: event.currentTarget.checked })}
      />
    )
  if (wish.kind === 'labs')
    return (
      <p className={classes['hint']}>
        {t(Object.keys(wish.query).length === 0 ? 'documents.allLabs' : 'documents.asListed')}
      </p>
    )
  return null
}
