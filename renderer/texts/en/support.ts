// The support bundle.
import type { vi } from '../vi/all'
import type { Words } from '../words'

export const support: Words<(typeof vi)['support']> = {
  open: 'Support bundle…',
  title: 'Support bundle',
  hint: 'Give this to whoever helps when the program has trouble. It holds versions, counts and the technical log only; no names, no values of the register, no paths and no passwords. The program sends nothing anywhere.',
  seen: 'This is all that will be saved. Look at it before you pass it on.',
  save: 'Save the bundle…',
  name: 'support-bundle',
  saved: 'Saved the support bundle “{{name}}”.',
  empty: '(empty)',
}
