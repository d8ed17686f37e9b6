// Telephone numbers as printed. An old Quảng Ninh area code (033 + seven digits) is asked about, never rewritten: such a number may as
// well be a mobile one of today.
import type { JSX } from 'react'
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { suggestAreaCode, tidyPhones } from '../../../../db/model/phones'
import { OfferButton } from '../../../components/fields/OfferButton'
import { TextField } from '../../../components/fields/TextField'
import { useTexts } from '../../../texts/texts'
import classes from './forms.module.css'

export interface PhoneFieldProps<V extends FieldValues> {
  control: Control<V>
  name: FieldPath<V>
  label: string
}

export function PhoneField<V extends FieldValues>({ control, name, label }: PhoneFieldProps<V>): JSX.Element {
  const { t } = useTexts()
  const { field } = useController({ control, name })
  const text = (field.value as string | null) ?? ''
  const { phones, faxes } = tidyPhones(text)
  const old = [...phones, ...faxes].flatMap((number) => {
    const suggestion = suggestAreaCode(number)
    return suggestion === null || !text.includes(number) ? [] : [{ number, suggestion }]
  })
  return (
    <div data-field>
      <TextField control={control} name={name} label={label} hint={t('forms.phone.hint')} />
      {old.map(({ number, suggestion }) => (
        <div key={number} className={classes['offers']}>
          <p>{t('forms.phone.old', { number })}</p>
          <OfferButton onTake={() => field.onChange(text.replace(number, suggestion))}>
            {t('forms.phone.change', { number: suggestion })}
          </OfferButton>
        </div>
      ))}
    </div>
  )
}
