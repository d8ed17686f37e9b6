// One thing a decision does. Fields that this kind of act does not use are left out, unless they hold something already.
import { Button, CloseButton } from '@mantine/core'
import { useEffect, type JSX } from 'react'
import { useWatch, type Control, type UseFormReturn } from 'react-hook-form'
import type { DecisionChange } from '../../../../db/model/inputs'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { PartialDateField } from '../../../components/fields/PartialDateField'
import { CheckField, SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { formatDate } from '../../../../db/model/dates/partial'
import { useTexts } from '../../../texts/texts'
import { accreditationOptions, actLabels, actOptions, suspensionOptions } from './actChoices'
import type { ActValues, DecisionValues } from './decision'
import { expiryOffers } from './expiryOffers'
import classes from './forms.module.css'

export interface ActFieldsProps {
  control: Control<DecisionValues>
  form: UseFormReturn<DecisionValues, unknown, DecisionChange>
  at: number
  lab: LabPage
  onRemove?: () => void
}

const PARTIAL: readonly ActValues['kind'][] = ['suspension', 'resumption', 'reduction', 'withdrawal']
const CHANGED: readonly ActValues['kind'][] = ['change_name', 'change_owner', 'change_place', 'edition_transition']

export function ActFields({ control, form, at, lab, onRemove }: ActFieldsProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const act = useWatch({ control, name: `acts.${at}` as const })
  const labels = actLabels(texts)
  const field = <K extends keyof typeof labels>(name: K) => ({
    control,
    name: `acts.${at}.${name}` as const,
    label: labels[name],
  })
  const accreditations = accreditationOptions(lab, texts, act.accreditation)
  const title = t('forms.act.title', { number: at + 1 })
  useChecked(form, at)
  return (
    <div role="group" aria-label={title} className={classes['act']}>
      <div className={classes['groupHead']}>
        <h4>{title}</h4>
        {onRemove !== undefined && (
          <CloseButton size="sm" aria-label={t('forms.act.remove', { title })} onClick={onRemove} />
        )}
      </div>
      <div className={classes['fields']}>
        {accreditations.length !== 1 && (
          <div className={classes['wide']}>
            <SelectField {...field('accreditation')} required options={accreditations} />
          </div>
        )}
        <div className={classes['wide']}>
          <SelectField {...field('kind')} required options={actOptions(texts)} />
        </div>
        <PartialDateField {...field('effective')} hint={t('forms.act.effectiveHint')} />
        <PartialDateField
          {...field('expiry')}
          hint={t(
            act.kind === 'extension' || act.kind === 'reduction' ? 'forms.act.expiryKeeps' : 'forms.act.expiryHint',
          )}
        />
        <ExpiryButtons control={control} form={form} at={at} />
        {(PARTIAL.includes(act.kind) || act.partial) && <CheckField {...field('partial')} />}
        {(act.kind === 'resumption' || act.ends !== null) && (
          <SelectField
            {...field('ends')}
            options={suspensionOptions(lab, act.accreditation, texts)}
            unknown={t('forms.act.endsAll')}
          />
        )}
        {(CHANGED.includes(act.kind) || act.changed !== null) && (
          <div className={classes['wide']}>
            <TextField {...field('changed')} lines={2} hint={t('forms.act.changedHint')} />
          </div>
        )}
      </div>
    </div>
  )
}

/** The expiry is checked again when the date it is measured from changes; while it is being typed it is left alone. */
function useChecked(form: ActFieldsProps['form'], at: number): void {
  const [signed, effective] = useWatch({ control: form.control, name: ['signed', `acts.${at}.effective`] })
  const start = JSON.stringify([signed, effective])
  useEffect(() => {
    if (form.getValues(`acts.${at}.expiry`) !== null) void form.trigger(`acts.${at}.expiry`)
  }, [form, at, start])
}

/** Common expiries to compare with the paper; a click enters one, nothing enters itself. */
function ExpiryButtons({ control, form, at }: Pick<ActFieldsProps, 'control' | 'form' | 'at'>): JSX.Element | null {
  const { t, language } = useTexts()
  const [act, signed] = useWatch({ control, name: [`acts.${at}`, 'signed'] })
  const offers = expiryOffers(act, signed)
  if (offers.length === 0) return null
  return (
    <div className={`${classes['wide']} ${classes['offers']}`}>
      <p>{t('forms.act.offers')}</p>
      {offers.map(({ years, lessOneDay, date }) => (
        <Button
          key={`${years} ${lessOneDay}`}
          size="compact-sm"
          variant="default"
          onClick={() => {
            form.setValue(`acts.${at}.expiry`, date, { shouldDirty: true, shouldTouch: true, shouldValidate: true })
            form.setFocus(`acts.${at}.expiry`)
          }}
        >
          {t(`forms.act.offer${years}${lessOneDay ? 'Less' : ''}`, { day: formatDate(date.iso, language) })}
        </Button>
      ))}
    </div>
  )
}
