// The annex that comes with an act, entered in the same go. Annexes already in the register are only named; they have their own form.
import { Button, CloseButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { JSX } from 'react'
import { annexForms } from '../../../../db/model/vocabulary'
import { SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { useDay } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import type { ActFieldsProps } from './ActFields'
import { asked, type ActValues } from './actValues'
import { annexesOf, annexFormWords, extents } from './annex'
import classes from './forms.module.css'
import { choiceOptions } from './options'

export function ActAnnex({ control, form, at, act, lab }: ActFieldsProps & { act: ActValues }): JSX.Element | null {
  const texts = useTexts()
  const { t } = texts
  const usual = act.kind === null ? null : asked[act.kind].annex
  const name = `acts.${at}.annex` as const
  const set = (annex: ActValues['annex']): void => form.setValue(name, annex, { shouldDirty: true })
  if (act.annex === null) {
    if (usual === null) return null
    return (
      <div className={`${classes['wide']} ${classes['offers']}`}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            set({ form: null, number: null, issue: null, extent: usual, note: null })
            requestAnimationFrame(() => form.setFocus(`${name}.form`))
          }}
        >
          {t('forms.act.addAnnex')}
        </Button>
        <AnnexThere lab={lab.id} act={act.id} />
      </div>
    )
  }
  const field = (part: 'form' | 'extent' | 'number' | 'issue') => ({
    control,
    name: `${name}.${part}` as const,
    label: t(`forms.annex.${part}`),
  })
  return (
    <div role="group" aria-label={t('forms.annex.what')} className={`${classes['wide']} ${classes['inner']}`}>
      <div className={classes['groupHead']}>
        <h5>{t('forms.act.annex')}</h5>
        <CloseButton size="sm" aria-label={t('forms.act.dropAnnex')} onClick={() => set(null)} />
      </div>
      <div className={classes['fields']}>
        <SelectField
          {...field('form')}
          options={choiceOptions(annexForms, (each) => annexFormWords(texts, each))}
          unknown={t('forms.unknown')}
        />
        <SelectField
          {...field('extent')}
          options={choiceOptions(extents, (each) => t(`records.choices.extents.${each}`))}
          unknown={t('forms.unknown')}
          hint={t('forms.annex.extentHint')}
        />
        <TextField {...field('number')} hint={t('forms.annex.numberHint')} />
        <TextField {...field('issue')} hint={t('forms.annex.issueHint')} />
      </div>
    </div>
  )
}

/** What the register holds by now: the page beside the form knows it, also of an act saved a moment ago. */
function AnnexThere({ lab, act }: { lab: string; act: string | undefined }): JSX.Element {
  const { t } = useTexts()
  const page = useCall('labs.get', { id: lab, day: useDay() })
  const annexes = page.state === 'ready' ? annexesOf(page.data) : []
  const count = annexes.filter((annex) => annex.act === act).length
  return <p>{count > 0 ? t('forms.act.annexThere', { count }) : t('forms.act.annexHint')}</p>
}
