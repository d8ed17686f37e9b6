// The official papers that the register can write, and what each has to be told.
import { z } from 'zod'
import { Id } from '../fields'
import { labGroups, LabFilter, labSorts } from '../inputs'
import { LADDER_TOP } from '../tasks/kinds'

/** In the order in which they are offered. */
export const documentKinds = ['labs', 'expiring', 'report', 'reminder', 'lab', 'accreditation', 'booklet'] as const
export type DocumentKind = (typeof documentKinds)[number]

const within = z.int().min(0).max(LADDER_TOP).optional()

/** The day that a paper speaks of is asked beside it. */
export const DocumentWish = z.discriminatedUnion('kind', [
  /** the list as filtered, grouped and sorted; every laboratory once, in the first of its groups */
  z.strictObject({
    kind: z.literal('labs'),
    query: LabFilter.omit({ day: true }).extend({
      sort: z.enum(labSorts).optional(),
      descending: z.boolean().optional(),
      group: z.enum(labGroups).optional(),
    }),
  }),
  /** accreditations that end within so many days (180 unless told), as “Hạn hiệu lực” lists them */
  z.strictObject({ kind: z.literal('expiring'), within }),
  z.strictObject({ kind: z.literal('report') }),
  /** one letter for each laboratory; those of all accreditations that end within so many days, or have just ended, unless named */
  z.strictObject({ kind: z.literal('reminder'), labs: z.array(Id).min(1).max(1000).optional(), within }),
  z.strictObject({ kind: z.literal('lab'), id: Id }),
  z.strictObject({ kind: z.literal('accreditation'), id: Id }),
  /** the whole register; with the lines of every scope only if told */
  z.strictObject({ kind: z.literal('booklet'), scope: z.boolean().optional() }),
])
export type DocumentWish = z.infer<typeof DocumentWish>
