// The administrative unit of one era, chosen by a person. Units that the typed address names are offered below the field while it is empty;
// the address itself stays as printed.
import type { JSX } from 'react'
import { useController, useWatch, type Control } from 'react-hook-form'
import type { Reference } from '../../../../db/model/shapes/register'
import { unitsInAddress } from '../../../../db/model/units'
import { ComboField, type ComboOption } from '../../../components/fields/ComboField'
import { OfferButton } from '../../../components/fields/OfferButton'
import { useDay } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import classes from './twins.module.css'

interface WithAddress {
  label: string | null
  address: string | null
  oldUnit: string | null
  unit: string | null
  phone: string | null
  note: string | null
}

export interface UnitFieldProps {
  control: Control<WithAddress>
  name: keyof WithAddress
  label: string
  era: 'old' | 'new'
  units: Reference['units']
  options: ComboOption[]
}

export function UnitField({ control, name, label, era, units, options }: UnitFieldProps): JSX.Element {
  const { t } = useTexts()
  const { field } = useController({ control, name })
  const address = useWatch({ control, name: 'address' })
  const found = unitsInAddress(address ?? '', units, useDay())
  const isOld = era === 'old'
  // an old address names a ward of old; the one of that name today need not have its borders
  const words = !isOld && found.old.length > 0 ? 'twins.units.sameName' : 'twins.units.take'
  const offers = field.value === null ? found[isOld ? 'old' : 'current'] : []
  return (
    <div data-field>
      <ComboField {...{ control, name, label, options }} placeholder={t('forms.site.unitPlaceholder')} />
      <div className={classes['offers']}>
        {offers.map(({ id, type, name: unit, parent }) => (
          <OfferButton key={id} onTake={() => field.onChange(id)}>
            {t(words, { unit: [`${type} ${unit}`, ...(isOld && parent !== null ? [parent] : [])].join(', ') })}
          </OfferButton>
        ))}
      </div>
    </div>
  )
}
