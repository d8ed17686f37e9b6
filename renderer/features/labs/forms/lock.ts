// Why a form may only be read: another day is looked at, the register is open for reading only, or the role may not make this call.
import { contract, type CallName } from '../../../../db/contract'
import { formatDate } from '../../../../db/model/dates/partial'
import type { Role } from '../../../../db/model/entities'
import { useDayStore } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'

export interface FormLock {
  state: 'asking' | 'known'
  /** null: everything may be edited */
  reason: string | null
  /** another day is looked at; going back to today unlocks */
  asOf: boolean
}

export function useFormLock(name: CallName): FormLock {
  const { t, language } = useTexts()
  const info = useCall('register.info', {})
  const asOf = useDayStore((day) => day.asOf)
  if (asOf !== null)
    return { state: 'known', reason: t('forms.lock.asOf', { day: formatDate(asOf, language) }), asOf: true }
  if (info.state === 'pending') return { state: 'asking', reason: null, asOf: false }
  const known = (reason: string | null): FormLock => ({ state: 'known', reason, asOf: false })
  if (info.state === 'error') return known(t(`errors.${info.error.code}`))
  if (info.data.readOnly !== false) return known(t(`forms.lock.${info.data.readOnly}`))
  const allowed: readonly Role[] = contract[name].allow
  return known(allowed.includes(info.data.role) ? null : t('errors.forbidden'))
}
