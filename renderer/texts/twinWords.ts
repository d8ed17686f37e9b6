// Why two laboratories may be one, in words.
import type { TwinReason } from '../../db/model/twins'
import type { Texts } from './texts'

export const reasonWords = ({ t }: Texts, reasons: readonly TwinReason[]): string =>
  reasons.map(({ kind, values: [a, b] }) => t(`twins.reasons.${kind}`, { a, b })).join('; ')
