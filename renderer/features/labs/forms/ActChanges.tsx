// What an act changes that lives in dated rows: name, owner, edition, place. Before the new value stands what holds until then.
import type { JSX, ReactNode } from 'react'
import type { AccreditationPage } from '../../../../db/model/shapes/accreditation'
import { MultiField } from '../../../components/fields/MultiField'
import { TextField } from '../../../components/fields/TextField'
import { useTexts } from '../../../texts/texts'
import type { ActFieldsProps } from './ActFields'
import { asked, type ActValues } from './actValues'
import { CoversField } from './CoversField'
import classes from './forms.module.css'
import { standardOptions } from './options'
import { OrganizationField } from './OrganizationField'

type Props = ActFieldsProps & { act: ActValues }

export function ActChanges(props: Props): JSX.Element {
  const { act } = props
  const changes = act.kind === null ? null : asked[act.kind].changes
  return (
    <>
      {(changes === 'names' || act.names.some(({ vi }) => vi !== null)) && <Names {...props} />}
      {(changes === 'owner' || act.owners.some(({ organization }) => organization !== null)) && <Owner {...props} />}
      {(changes === 'edition' || act.standards !== null) && <Edition {...props} />}
      {(changes === 'place' || act.covers !== null) && <Place {...props} />}
    </>
  )
}

const Wide = ({ children }: { children: ReactNode }): JSX.Element => <div className={classes['wide']}>{children}</div>

function Names({ control, at, act, lab }: Props): JSX.Element {
  const { t } = useTexts()
  const own = act.names.findIndex(({ record }) => record === lab.id)
  const owner = act.names.findIndex(({ record }) => record === lab.owner?.id)
  const field = (name: number, part: 'vi' | 'en') => ({ control, name: `acts.${at}.names.${name}.${part}` as const })
  return (
    <>
      {own >= 0 && (
        <>
          <Wide>
            <TextField
              {...field(own, 'vi')}
              label={t('forms.act.newName')}
              hint={t('forms.act.until', { what: lab.nameVi })}
            />
          </Wide>
          <Wide>
            <TextField {...field(own, 'en')} label={t('forms.act.newNameEn')} />
          </Wide>
        </>
      )}
      {owner >= 0 && (
        <Wide>
          <TextField
            {...field(owner, 'vi')}
            label={t('forms.act.newOwnerName')}
            hint={t('forms.act.untilOwner', { what: lab.owner?.name ?? '' })}
          />
        </Wide>
      )}
    </>
  )
}

function Owner({ control, form, at, act, lab }: Props): JSX.Element {
  const { t } = useTexts()
  const place = Math.max(
    0,
    act.owners.findIndex(({ laboratory }) => laboratory === lab.id),
  )
  const name = `acts.${at}.owners.${place}.organization` as const
  return (
    <Wide>
      <OrganizationField
        control={control}
        name={name}
        label={t('forms.act.newOwner')}
        hint={t('forms.act.until', { what: lab.owner?.name ?? t('forms.unknown') })}
        onChosen={(id) => form.setValue(name, id, { shouldDirty: true, shouldTouch: true })}
      />
    </Wide>
  )
}

const accreditationOf = ({ lab, act }: Pick<Props, 'lab' | 'act'>): AccreditationPage | undefined =>
  lab.accreditations.find(({ id }) => id === act.accreditation)

function Edition(props: Props): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const now = accreditationOf(props)?.standards.map(({ title }) => title) ?? []
  return (
    <Wide>
      <MultiField
        control={props.control}
        name={`acts.${props.at}.standards`}
        label={t('forms.act.newStandards')}
        options={standardOptions(props.lists, texts)}
        placeholder={t('forms.choose')}
        hint={t('forms.act.untilEdition', { what: now.length === 0 ? t('forms.unknown') : now.join('; ') })}
      />
    </Wide>
  )
}

function Place(props: Props): JSX.Element {
  const { t } = useTexts()
  const { control, at, lab } = props
  const covers = accreditationOf(props)?.covers ?? []
  return (
    <>
      <Wide>
        <TextField
          control={control}
          name={`acts.${at}.places.0.address`}
          label={t('forms.act.newPlace')}
          hint={t('forms.act.newPlaceHint')}
        />
      </Wide>
      <Wide>
        <CoversField
          control={control}
          name={`acts.${at}.covers`}
          label={t('forms.act.newCovers')}
          lab={lab}
          start={covers.map(({ laboratory, site }) => ({ laboratory: laboratory.id, site: site?.id ?? null }))}
        />
      </Wide>
    </>
  )
}
