// Which laboratories and places an accreditation covers: this laboratory as a whole or place by place, and others found by name.
// A code is not a key: one number may cover several laboratories.
import { Checkbox, CloseButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useId, useState, type JSX } from 'react'
import { useController, useForm, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { ComboField, isUnchosen } from '../../../components/fields/ComboField'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import type { Cover } from './accreditation'
import { LaboratoryName } from './CoversWords'
import classes from './forms.module.css'

export interface CoversFieldProps<V extends FieldValues> {
  control: Control<V>
  name: FieldPath<V>
  label: string
  lab: LabPage
  /** what is covered while the form holds no list of its own */
  start?: readonly Cover[]
}

const NOTHING: readonly Cover[] = []

const is = (a: Cover, b: Cover): boolean => a.laboratory === b.laboratory && a.site === b.site

export function CoversField<V extends FieldValues>({
  control,
  name,
  label,
  lab,
  start = NOTHING,
}: CoversFieldProps<V>): JSX.Element {
  const { t } = useTexts()
  const id = useId()
  const { field } = useController({ control, name })
  const covers = (field.value as readonly Cover[] | null) ?? start
  const set = (cover: Cover, covered: boolean): void => {
    field.onChange(covered ? [...covers, cover] : covers.filter((each) => !is(each, cover)))
  }
  const own: { cover: Cover; name: string }[] = [
    { cover: { laboratory: lab.id, site: null }, name: t('forms.accreditation.wholeLab', { name: lab.nameVi }) },
    ...lab.sites.map((site, at) => ({
      cover: { laboratory: lab.id, site: site.id },
      name: site.label ?? site.address ?? t('labPage.sites.unnamed', { number: at + 1 }),
    })),
  ]
  const others = covers.filter((cover) => cover.laboratory !== lab.id)
  return (
    <div role="group" aria-labelledby={id} className={classes['checks']}>
      <span id={id} className={classes['label']}>
        {label}
      </span>
      {own.map(({ cover, name }) => (
        <Checkbox
          key={cover.site ?? 'lab'}
          label={name}
          checked={covers.some((each) => is(each, cover))}
          onChange={(event) => set(cover, event.currentTarget.checked)}
        />
      ))}
      {others.map((cover) => (
        <div key={`${cover.laboratory} ${cover.site ?? ''}`} className={classes['checkRow']}>
          <LaboratoryName cover={cover} />
          <CloseButton size="sm" aria-label={t('forms.accreditation.uncover')} onClick={() => set(cover, false)} />
        </div>
      ))}
      <OtherLab taken={covers} not={lab.id} onAdd={(laboratory) => set({ laboratory, site: null }, true)} />
    </div>
  )
}

const PAUSE_MS = 150
const SHOWN = 20

interface OtherLabProps {
  taken: readonly Cover[]
  not: string
  onAdd: (laboratory: string) => void
}

/** Finds another laboratory by name, code or owner; choosing it adds it and empties the field. */
function OtherLab({ taken, not, onAdd }: OtherLabProps): JSX.Element {
  const { t } = useTexts()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, PAUSE_MS)
  const { control, reset } = useForm<{ other: string | null }>({ defaultValues: { other: null } })
  const { field } = useController({ control, name: 'other' })
  const wanted = text.trim() !== ''
  const found = useCall('labs.list', { text, limit: SHOWN }, { enabled: wanted })
  const rows = wanted && found.state === 'ready' ? found.data.rows : []
  const chosen = field.value
  useEffect(() => {
    if (chosen === null || isUnchosen(chosen)) return
    onAdd(chosen)
    reset()
  }, [chosen, onAdd, reset])
  return (
    <ComboField
      control={control}
      name="other"
      label={t('forms.accreditation.otherLab')}
      placeholder={t('forms.accreditation.otherLabHint')}
      options={rows
        .filter((row) => row.id !== not && !taken.some((cover) => cover.laboratory === row.id && cover.site === null))
        .map((row) => ({
          value: row.id,
          label: row.nameVi,
          ...(row.owner === null ? {} : { note: row.owner.name }),
        }))}
      busy={found.state === 'pending' || typed !== text}
      onSearch={setTyped}
    />
  )
}
