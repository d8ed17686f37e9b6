// Why a form may only be read: another day or an earlier state is looked at, the register is open for reading only, or the role may not make this call.
import { contract, type CallName } from '../db/contract'
import { formatDate } from '../db/model/dates/partial'
import type { Role } from '../db/model/vocabulary'
import { useDayStore } from './stores/day'
import { formatInstant } from './texts/instants'
import { useTexts } from './texts/texts'
import { useCall } from './useCall'

export interface FormLock {
  state: 'asking' | 'known'
  /** null: everything may be edited */
  reason: string | null
  /** another day or an earlier state is looked at; going back to the present unlocks */
  past: boolean
}

export function useFormLock(name: CallName): FormLock {
  const { t, language } = useTexts()
  const info = useCall('register.info', {})
  const { asOf, recorded } = useDayStore()
  if (recorded !== null)
    return {
      state: 'known',
      reason: t('forms.lock.recorded', { moment: formatInstant(recorded.asked, language) }),
      past: true,
    }
  if (asOf !== null)
    return { state: 'known', reason: t('forms.lock.asOf', { day: formatDate(asOf, language) }), past: true }
  if (info.state === 'pending') return { state: 'asking', reason: null, past: false }
  const known = (reason: string | null): FormLock => ({ state: 'known', reason, past: false })
  if (info.state === 'error') return known(t(`errors.${info.error.code}`))
  const { readOnly } = info.data
  if (readOnly === 'locked' || readOnly === 'medium') return known(t(`forms.lock.${readOnly}`))
  const allowed: readonly Role[] = contract[name].allow
  return known(allowed.includes(info.data.role) ? null : t('errors.forbidden'))
}
