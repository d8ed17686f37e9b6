// One thing a decision does. Each kind of act asks only for what it needs; a field of another kind is shown while it holds something, so
// that nothing is saved unseen.
import { Button, CloseButton } from '@mantine/core'
import { useEffect, type JSX } from 'react'
import { useWatch, type Control, type UseFormReturn } from 'react-hook-form'
import { formatDate } from '../../../../db/model/dates/partial'
import type { DecisionChange } from '../../../../db/model/inputs'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Reference } from '../../../../db/model/shapes/register'
import { PartialDateField } from '../../../components/fields/PartialDateField'
import { CheckField, SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { useTexts } from '../../../texts/texts'
import { ActAnnex } from './ActAnnex'
import { ActChanges } from './ActChanges'
import { accreditationOptions, actLabels, actOptions, suspensionOptions } from './actChoices'
import { ActLines } from './ActLines'
import { asked, namesLines, type ActValues } from './actValues'
import type { DecisionValues } from './decision'
import { expiryOffers } from './expiryOffers'
import classes from './forms.module.css'

export interface ActFieldsProps {
  control: Control<DecisionValues>
  form: UseFormReturn<DecisionValues, unknown, DecisionChange>
  at: number
  lab: LabPage
  lists: Reference
  onRemove?: () => void
}

export function ActFields(props: ActFieldsProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const { control, form, at, lab, onRemove } = props
  const act = useWatch({ control, name: `acts.${at}` as const })
  const labels = actLabels(texts)
  const field = <K extends 'accreditation' | 'kind'>(name: K) => ({
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
          <SelectField
            {...field('kind')}
            required
            options={actOptions(texts)}
            {...(act.kind === null ? { hint: t('forms.act.kindFirst') } : { hint: t(`forms.act.does.${act.kind}`) })}
          />
        </div>
        {act.kind !== null && <OfKind {...props} act={act} />}
      </div>
    </div>
  )
}

/** What this kind of act asks for, in the order of the paper. */
function OfKind(props: ActFieldsProps & { act: ActValues }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const { control, form, at, lab, act } = props
  const labels = actLabels(texts)
  const field = <K extends keyof ActValues & keyof typeof labels>(name: K) => ({
    control,
    name: `acts.${at}.${name}` as const,
    label: labels[name],
  })
  const asks = act.kind === null ? null : asked[act.kind]
  const changes = asks?.changes ?? null
  const stray = act.partial && act.id === undefined && asks?.lines !== 'some' && act.lines.length === 0
  useEffect(() => {
    // a tick made for another kind of act, before anything was named
    if (stray) form.setValue(`acts.${at}.partial`, false)
  }, [form, at, stray])
  return (
    <>
      <PartialDateField {...field('effective')} hint={t('forms.act.effectiveHint')} />
      {((asks?.expiry ?? null) !== null || act.expiry !== null) && (
        <PartialDateField {...field('expiry')} {...expiryWords(texts, asks?.expiry ?? null)} />
      )}
      <ExpiryButtons control={control} form={form} at={at} />
      {(act.kind === 'resumption' || act.ends !== null) && (
        <div className={classes['wide']}>
          <SelectField
            {...field('ends')}
            options={suspensionOptions(lab, act.accreditation, texts)}
            unknown={t('forms.act.endsAll')}
          />
        </div>
      )}
      {(asks?.lines === 'some' || act.partial) && (
        <div className={classes['wide']}>
          <CheckField {...field('partial')} />
        </div>
      )}
      {(namesLines(act) || act.lines.length > 0) && <ActLines {...props} />}
      <ActChanges {...props} />
      {(changes !== null || act.changed !== null) && (
        <div className={classes['wide']}>
          <TextField {...field('changed')} lines={2} hint={t('forms.act.changedHint')} />
        </div>
      )}
      <ActAnnex {...props} />
    </>
  )
}

function expiryWords({ t }: ReturnType<typeof useTexts>, kind: 'validity' | 'printed' | 'suspension' | null) {
  if (kind === 'suspension') return { label: t('forms.act.suspendedUntil'), hint: t('forms.act.suspendedUntilHint') }
  return { hint: t(kind === 'printed' ? 'forms.act.expiryKeeps' : 'forms.act.expiryHint') }
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
