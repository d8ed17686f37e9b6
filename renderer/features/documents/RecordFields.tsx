// Which laboratory a paper is about, found by any part of its name or code as in the list, and which of its accreditations.
import { Select } from '@mantine/core'
import { useEffect, useState, type JSX } from 'react'
import type { DocumentWish } from '../../../db/model/documents/kinds'
import { useDay } from '../../stores/day'
import { usePaperWish } from '../../stores/paperWish'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'

const MOST = 20

export interface LabFieldProps {
  label: string
  /** what no laboratory means; without it one must be chosen */
  all?: string
}

export function LabField({ label, all }: LabFieldProps): JSX.Element {
  const { t } = useTexts()
  const { lab, chooseLab } = usePaperWish()
  const [typed, setTyped] = useState('')
  const text = typed === lab?.name ? '' : typed.trim()
  const found = useCall('labs.list', { day: useDay(), limit: MOST, ...(text !== '' && { text }) })
  const rows = found.state === 'ready' ? found.data.rows : []
  const known = lab === null || rows.some(({ id }) => id === lab.id) ? [] : [{ value: lab.id, label: lab.name }]
  return (
    <Select
      label={label}
      placeholder={all ?? t('documents.record.find')}
      searchable
      clearable={all !== undefined}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={found.state === 'ready' ? t('documents.record.none') : null}
      // the list has found them already, by codes and unmarked words too
      filter={({ options }) => options}
      data={[...known, ...rows.map(({ id, nameVi }) => ({ value: id, label: nameVi }))]}
      value={lab?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id, option) => chooseLab(id === null || option === null ? null : { id, name: option.label })}
    />
  )
}

/** Of the chosen laboratory; one that is the only one needs no choice. */
export function AccreditationField({
  wish,
}: {
  wish: Extract<DocumentWish, { kind: 'accreditation' }>
}): JSX.Element | null {
  const { lab } = usePaperWish()
  return lab === null ? null : <Accreditations key={lab.id} lab={lab.id} wish={wish} />
}

interface AccreditationsProps {
  lab: string
  wish: Extract<DocumentWish, { kind: 'accreditation' }>
}

function Accreditations({ lab, wish }: AccreditationsProps): JSX.Element | null {
  const { t } = useTexts()
  const change = usePaperWish((state) => state.change)
  const page = useCall('labs.get', { id: lab, day: useDay() })
  const all = page.state === 'ready' ? page.data.accreditations : []
  const only = all.length === 1 ? all[0]?.id : undefined
  useEffect(() => {
    if (only !== undefined && wish.id === '') change({ kind: 'accreditation', id: only })
  }, [only, wish.id, change])
  if (page.state !== 'ready') return null
  if (all.length === 0) return <p>{t('labPage.accreditation.none')}</p>
  return (
    <Select
      label={t('documents.record.accreditation')}
      placeholder={t('documents.record.chooseOne')}
      allowDeselect={false}
      data={all.map(({ id, code, scheme }) => ({
        value: id,
        label: [code?.raw ?? t('labPage.accreditation.noCode'), scheme?.key].filter(Boolean).join(' – '),
      }))}
      value={wish.id === '' ? null : wish.id}
      onChange={(id) => id !== null && change({ kind: 'accreditation', id })}
    />
  )
}
