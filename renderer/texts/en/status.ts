// English status words.
import type { status as vi } from '../vi/status'
import type { Words } from '../words'

export const status: Words<typeof vi> = {
  valid: 'Valid',
  expiring: 'Expiring',
  expired: 'Expired',
  suspended: 'Suspended',
  partly_suspended: 'Partly suspended',
  withdrawn: 'Withdrawn',
  not_accredited: 'Not accredited',
  unknown: 'Unknown',
  daysLeft_one: '{{shown}} day left',
  daysLeft_other: '{{shown}} days left',
  lastDay: 'ends today',
  openEnd: 'may have expired',
  why: 'Why?',
}
