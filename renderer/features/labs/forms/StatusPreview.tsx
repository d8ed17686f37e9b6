// Before saving: what each accreditation would be today, from which day it changes, what happens to its end and its scope, and which names,
// owners, editions and places would begin.
import { useDeferredValue, type JSX } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import { formatDate } from '../../../../db/model/dates/partial'
import type { LabPage } from '../../../../db/model/shapes/lab'
import type { Reference } from '../../../../db/model/shapes/register'
import type { Explained } from '../../../../db/model/shapes/status'
import { explain } from '../../../../db/model/status/explain'
import { StatusBadge } from '../../../components/StatusBadge'
import { useDay } from '../../../stores/day'
import { useTexts, type Texts } from '../../../texts/texts'
import { ChangeEffects } from './ChangeEffects'
import type { DecisionValues } from './decision'
import classes from './forms.module.css'
import { Group, Wide } from './Group'
import { previewStatus, type Difference, type Previewed, type Standing } from './preview'
import { ScopeEffects } from './ScopeEffects'

export interface StatusPreviewProps {
  control: Control<DecisionValues>
  id: string | null
  lab: LabPage
  lists: Reference
}

export function StatusPreview({ control, id, lab, lists }: StatusPreviewProps): JSX.Element | null {
  const texts = useTexts()
  const { t, language } = texts
  const day = useDay()
  const values = useDeferredValue(useWatch({ control })) as DecisionValues
  const previewed = previewStatus(lab.accreditations, { id, values }, day)
  if (previewed.length === 0) return null
  return (
    <Group title={t('forms.decision.preview', { day: formatDate(day, language) })}>
      <Wide>
        <ul className={classes['preview']}>
          {previewed.map((each) => (
            <li key={each.accreditation}>
              <OfAccreditation previewed={each} day={day} values={values} lab={lab} />
            </li>
          ))}
        </ul>
      </Wide>
      <Wide>
        <ChangeEffects lab={lab} lists={lists} values={values} />
      </Wide>
    </Group>
  )
}

interface OfAccreditationProps {
  previewed: Previewed
  day: string
  values: DecisionValues
  lab: LabPage
}

function OfAccreditation({ previewed, day, values, lab }: OfAccreditationProps): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const { accreditation, code, before, after } = previewed
  return (
    <>
      <span>{code ?? t('forms.accreditation.noCode')}: </span>
      <StatusBadge status={after.status} daysLeft={after.daysLeft} why={{ told: explain(language, after, day) }} />
      {after.expiry !== null && (
        <span className={classes['dim']}>
          {' '}
          {t('forms.decision.until', { day: formatDate(after.expiry, language) })}
        </span>
      )}
      <ul className={classes['effects']}>
        <StatusEffects previewed={previewed} day={day} />
        <li data-none={before.expiry === after.expiry || undefined}>{expiryWords(texts, before, after, values)}</li>
        <ScopeEffects accreditation={accreditation} values={values} lab={lab} />
      </ul>
    </>
  )
}

const SHOWN = 4

function StatusEffects({ previewed, day }: Pick<OfAccreditationProps, 'previewed' | 'day'>): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const { before, after, differences } = previewed
  const same = before.status === after.status
  const told = differences.filter((each) => each.before.status !== each.after.status)
  const ahead = told.filter(({ to }) => to === null || to >= day)
  const shown = ahead.length > 0 ? ahead : told.slice(-1)
  return (
    <>
      <li data-none={same || undefined}>
        {same
          ? t('effects.sameToday', { status: statusWord(texts, after) })
          : t('effects.today', { before: statusWord(texts, before), after: statusWord(texts, after) })}
      </li>
      {shown.slice(0, SHOWN).map((each) => (
        <li key={each.from}>{differenceWords(texts, each)}</li>
      ))}
    </>
  )
}

const statusWord = ({ t, language }: Texts, { status }: Explained | Standing): string =>
  t(`status.${status}`).toLocaleLowerCase(language)

const FIRST = '0000-01-01'

function differenceWords(texts: Texts, { from, to, before, after }: Difference): string {
  const { t, language } = texts
  const words = { before: statusWord(texts, before), after: statusWord(texts, after) }
  const [first, last] = [formatDate(from, language), to === null ? '' : formatDate(to, language)]
  if (from === FIRST) return t(to === null ? 'effects.always' : 'effects.until', { ...words, to: last })
  return t(to === null ? 'effects.from' : 'effects.fromTo', { ...words, from: first, to: last })
}

/** The end before and after; of an extension that it moves no end. */
function expiryWords({ t, language }: Texts, before: Explained, after: Explained, { acts }: DecisionValues): string {
  const day = (expiry: string | null): string => (expiry === null ? t('forms.unknown') : formatDate(expiry, language))
  if (before.expiry !== after.expiry) {
    return t('effects.expiry', { before: day(before.expiry), after: day(after.expiry) })
  }
  const keeps = acts.some(({ kind }) => kind === 'extension' || kind === 'reduction' || kind === 'suspension')
  return t(keeps ? 'effects.expiryKept' : 'effects.expirySame', { expiry: day(after.expiry) })
}
