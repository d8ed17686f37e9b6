// The fields of an accreditation, code first: it is what the clerk has in hand, and the scheme can be taken from it.
import type { JSX } from 'react'
import { useWatch, type Control, type UseFormReturn } from 'react-hook-form'
import { codeSchemes, parseCode, type CodeScheme } from '../../../../db/model/codes/parse'
import type { AccreditationChange } from '../../../../db/model/inputs'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Reference } from '../../../../db/model/shapes/register'
import { CodeField } from '../../../components/fields/CodeField'
import { OfferButton } from '../../../components/fields/OfferButton'
import { MultiField } from '../../../components/fields/MultiField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { useTexts } from '../../../texts/texts'
import type { AccreditationValues } from './accreditation'
import { CoversField } from './CoversField'
import classes from './forms.module.css'
import { Group, Wide } from './Group'
import { fieldOptions, issuerOptions, schemeOptions, standardOptions } from './options'
import { OrganizationField } from './OrganizationField'
import type { FieldsProps } from './RecordPanel'
import { SharedCode } from './SharedCode'

export interface AccreditationFieldsProps extends FieldsProps<AccreditationValues, AccreditationChange> {
  labelOf: (path: string) => string
  lab: LabPage
  lists: Reference
}

export function AccreditationFields({ control, form, id, labelOf, lab, lists }: AccreditationFieldsProps): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const [scheme, code, holder] = useWatch({ control, name: ['scheme', 'code', 'organization'] })
  const key = lists.schemes.find((each) => each.id === scheme)?.key
  const known = codeSchemes.find((each) => each === key)
  const field = (name: keyof AccreditationValues) => ({ control, name, label: labelOf(name) })
  return (
    <>
      <Group title={t('forms.accreditation.what')}>
        <Wide>
          <CodeField {...field('code')} {...(known === undefined ? {} : { scheme: known })} />
          <SharedCode code={code} id={id} holder={holder} />
        </Wide>
        <Wide>
          <SelectField
            {...field('scheme')}
            options={schemeOptions(lists, language)}
            unknown={t('forms.accreditation.unknownScheme')}
          />
          <SchemeOffer control={control} form={form} lists={lists} />
        </Wide>
        <Wide>
          <SelectField {...field('issuer')} options={issuerOptions(lists)} unknown={t('forms.unknown')} />
          <IssuerOffer control={control} form={form} lists={lists} />
        </Wide>
        <Wide>
          <OrganizationField
            {...field('organization')}
            hint={t('forms.accreditation.holderHint')}
            onChosen={(id) => form.setValue('organization', id, { shouldDirty: true, shouldTouch: true })}
          />
        </Wide>
      </Group>
      <Group title={t('forms.accreditation.toWhat')}>
        <Wide>
          <MultiField {...field('standards')} options={standardOptions(lists, texts)} placeholder={t('forms.choose')} />
        </Wide>
        <Wide>
          <MultiField {...field('fields')} options={fieldOptions(lists, language)} placeholder={t('forms.choose')} />
        </Wide>
        <Wide>
          <CoversField control={control} name="covers" label={labelOf('covers')} lab={lab} />
        </Wide>
        <Wide>
          <TextField {...field('note')} lines={2} />
        </Wide>
      </Group>
    </>
  )
}

interface OfferProps {
  control: Control<AccreditationValues>
  form: UseFormReturn<AccreditationValues, unknown, AccreditationChange>
  lists: Reference
}

/** What the code says about the scheme: offered while none is chosen, told where another one is. */
function SchemeOffer({ control, form, lists }: OfferProps): JSX.Element | null {
  const { t } = useTexts()
  const [code, scheme] = useWatch({ control, name: ['code', 'scheme'] })
  const read = parseCode(code ?? '')
  if (!read.ok) return null
  const said: CodeScheme = read.value.scheme
  const offered = lists.schemes.find((each) => each.key === said)
  if (offered === undefined || offered.id === scheme) return null
  const chosen = lists.schemes.find((each) => each.id === scheme)
  return (
    <div className={classes['offers']}>
      <p role="status">
        {chosen === undefined
          ? t('forms.accreditation.schemeSaid', { scheme: said })
          : t('forms.accreditation.schemeOther', { said, chosen: chosen.key })}
      </p>
      <OfferButton onTake={() => form.setValue('scheme', offered.id, { shouldDirty: true, shouldTouch: true })}>
        {t('forms.accreditation.takeScheme', { scheme: said })}
      </OfferButton>
    </div>
  )
}

/** Who usually accredits under the chosen scheme, while no issuer is chosen. */
function IssuerOffer({ control, form, lists }: OfferProps): JSX.Element | null {
  const { t } = useTexts()
  const [scheme, issuer] = useWatch({ control, name: ['scheme', 'issuer'] })
  const usual = lists.schemes.find(({ id }) => id === scheme)?.issuers ?? []
  const [offered] = lists.issuers.filter(({ key }) => usual.includes(key))
  if (issuer !== null || usual.length !== 1 || offered === undefined) return null
  return (
    <div className={classes['offers']}>
      <p role="status">{t('forms.accreditation.issuerSaid', { issuer: offered.name })}</p>
      <OfferButton onTake={() => form.setValue('issuer', offered.id, { shouldDirty: true, shouldTouch: true })}>
        {t('forms.accreditation.takeIssuer', { issuer: offered.key })}
      </OfferButton>
    </div>
  )
}
