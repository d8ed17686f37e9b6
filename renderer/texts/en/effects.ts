// English words of what saving a decision would change.
import type { effects as vi } from '../vi/effects'
import type { Words } from '../words'

export const effects: Words<typeof vi> = {
  sameToday: 'Status today does not change: {{status}}.',
  today: 'Status today: {{before}} → {{after}}.',
  always: 'On every day: {{before}} → {{after}}.',
  until: 'To the end of {{to}}: {{before}} → {{after}}.',
  from: 'From {{from}}: {{before}} → {{after}}.',
  fromTo: 'From {{from}} to the end of {{to}}: {{before}} → {{after}}.',
  expiry: 'End: {{before}} → {{after}}.',
  expiryKept: 'The end stays: {{expiry}} (extension, reduction and suspension move no end).',
  expirySame: 'The end stays: {{expiry}}.',
  scopeSame: 'The scope does not change.',
  unknownDay: 'an unknown day',
  scope: {
    linesMissing: 'Scope: no test is named yet, so it is not known which lines are meant.',
    suspended_one: 'Scope: {{shown}} of {{all}} lines suspended from {{from}} until it is lifted.',
    suspended_other: 'Scope: {{shown}} of {{all}} lines suspended from {{from}} until it is lifted.',
    suspendedTo_one: 'Scope: {{shown}} of {{all}} lines suspended from {{from}} to the end of {{to}}.',
    suspendedTo_other: 'Scope: {{shown}} of {{all}} lines suspended from {{from}} to the end of {{to}}.',
    resumed_one: 'Scope: {{shown}} of {{all}} lines holds again from {{from}}.',
    resumed_other: 'Scope: {{shown}} of {{all}} lines hold again from {{from}}.',
    ended_one: 'Scope: {{shown}} of {{all}} lines ends on {{from}}.',
    ended_other: 'Scope: {{shown}} of {{all}} lines end on {{from}}.',
    allSuspended: 'Scope: all {{all}} lines suspended from {{from}} until it is lifted.',
    allSuspendedTo: 'Scope: all {{all}} lines suspended from {{from}} to the end of {{to}}.',
    allResumed: 'Scope: all {{all}} lines hold again from {{from}}.',
    allEnded: 'Scope: all {{all}} lines end on {{from}}.',
    noAnnex: 'The scope does not change until an annex is there.',
    replaced:
      'Scope: the new annex replaces all {{all}} lines in force, from {{from}}; enter the lines of the new annex after saving.',
    reduced: 'Scope: an annex of reduction, from {{from}}.',
    added: 'Scope: the new annex adds to the {{all}} lines in force, from {{from}}.',
  },
  changes: 'What changes from which day',
  name: 'Name of the laboratory from {{day}}: “{{after}}”. Until then: “{{before}}”.',
  ownerName: 'Name of the owner from {{day}}: “{{after}}”. Until then: “{{before}}”.',
  owner: 'Owner from {{day}}: {{after}}. Until then: {{before}}.',
  standards: 'Standards from {{day}}: {{after}}. Until then: {{before}}.',
  place: 'Places from {{day}}: {{after}}. Until then: {{before}}.',
  noDay: 'Without a day it is not known when the change begins. Enter the effective day or the day of signing.',
}
