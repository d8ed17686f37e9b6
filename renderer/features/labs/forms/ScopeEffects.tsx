// What a decision would do to the scope of an accreditation, act by act, counted on the lines in force on the act's day.
import type { JSX } from 'react'
import { formatDate } from '../../../../db/model/dates/partial'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { useDay } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { asked, dayOf, isoOf, namesLines, type ActValues } from './actValues'
import type { DecisionValues } from './decision'

export interface ScopeEffectsProps {
  accreditation: string
  values: DecisionValues
  lab: LabPage
}

export function ScopeEffects({ accreditation, values, lab }: ScopeEffectsProps): JSX.Element {
  const { t } = useTexts()
  const acts = values.acts.filter((act) => act.accreditation === accreditation && touches(act))
  if (acts.length === 0) return <li data-none>{t('effects.scopeSame')}</li>
  return (
    <>
      {acts.map((act, at) => (
        <Effect key={act.id ?? `new ${at}`} act={act} values={values} lab={lab} />
      ))}
    </>
  )
}

const touches = ({ kind, annex }: ActValues): boolean =>
  annex !== null || (kind !== null && (asked[kind].lines !== null || asked[kind].annex !== null))

interface EffectProps extends Pick<ScopeEffectsProps, 'values' | 'lab'> {
  act: ActValues
}

function Effect({ act, values }: EffectProps): JSX.Element {
  const { t, n, language } = useTexts()
  const today = useDay()
  const day = dayOf(act, values.signed)
  const scope = useCall(
    'scope.list',
    { accreditation: act.accreditation ?? '', day: day ?? today, limit: 1 },
    { enabled: act.accreditation !== null },
  )
  const all = scope.state === 'ready' ? scope.data.total : null
  const until = isoOf(act.expiry)
  const params = {
    count: act.lines.length,
    shown: n(act.lines.length),
    all: all === null ? '…' : n(all),
    from: day === null ? t('effects.unknownDay') : formatDate(day, language),
    to: until === null || act.kind !== 'suspension' ? '' : formatDate(until, language),
  }
  const key = effectKey(act, params.to !== '')
  return <li data-none={key === 'noAnnex' || undefined}>{t(`effects.scope.${key}`, params)}</li>
}

function effectKey(act: ActValues, ends: boolean) {
  const { kind, annex, lines } = act
  if (namesLines(act)) {
    if (lines.length === 0) return 'linesMissing'
    if (kind === 'suspension') return ends ? 'suspendedTo' : 'suspended'
    return kind === 'resumption' ? 'resumed' : 'ended'
  }
  if (kind === 'suspension') return ends ? 'allSuspendedTo' : 'allSuspended'
  if (kind === 'resumption') return 'allResumed'
  if (kind === 'withdrawal') return 'allEnded'
  if (annex === null) return 'noAnnex'
  return annex.extent === 'complete' ? 'replaced' : annex.extent === 'reduction' ? 'reduced' : 'added'
}
