// What a paper can be told besides its kind: within how many days, and whether the booklet has the scopes.
import { Checkbox, Select } from '@mantine/core'
import type { JSX } from 'react'
import type { DocumentWish } from '../../../db/model/documents/kinds'
import { expiryWindows } from '../../../db/model/status/spans'
import { LADDER_TOP } from '../../../db/model/tasks/kinds'
import { usePaperWish } from '../../stores/paperWish'
import { useTexts } from '../../texts/texts'
import classes from './documents.module.css'

export function WishFields({ wish }: { wish: DocumentWish }): JSX.Element | null {
  const { t, n } = useTexts()
  const change = usePaperWish((state) => state.change)
  if (wish.kind === 'expiring' || wish.kind === 'reminder')
    return (
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
