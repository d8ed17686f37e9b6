// What a saved view of the list of laboratories holds, and how it is read back: an older or broken definition opens as far as it can.
import { z } from 'zod'
import { LabFilter, labGroups } from './inputs'

/** the one area that has views so far */
export const LAB_VIEWS = 'labs'

/** of what is written now: 1 had no grouping and no order of columns; a higher one comes from a later version of the program */
const VERSION = 2

const conditions = LabFilter.omit({ day: true })
const Group = z.enum(labGroups).nullable()
const Sort = z.object({ column: z.string().max(60), descending: z.boolean() })
export const ViewLayout = z.object({
  /** px by column id; columns that are not named keep their own width */
  widths: z.record(z.string(), z.number().min(24).max(2000)),
  /** null: the columns' own default */
  hidden: z.array(z.string()).nullable(),
  /** all columns in order, shown or not; left out: the columns' own order */
  order: z.array(z.string()).optional(),
})

export interface LabView {
  filter: z.infer<typeof conditions>
  sort: z.infer<typeof Sort>
  group: z.infer<typeof Group>
  layout: z.infer<typeof ViewLayout>
}

export interface ReadView {
  view: LabView
  /** everything that stood there could be read */
  complete: boolean
}

const start: LabView = {
  filter: {},
  sort: { column: 'nameVi', descending: false },
  group: null,
  layout: { widths: {}, hidden: null },
}

/** The same view always gives the same text, in whatever order its conditions were set. */
export function writeView({ filter, sort, group, layout }: LabView): string {
  return JSON.stringify({
    version: VERSION,
    filter: ordered(filter),
    group,
    sort: { column: sort.column, descending: sort.descending },
    layout: {
      widths: ordered(layout.widths),
      hidden: layout.hidden === null ? null : layout.hidden.toSorted(),
      ...(layout.order !== undefined && { order: layout.order }),
    },
  })
}

export function readView(definition: string): ReadView {
  const stored = objectIn(definition)
  if (stored === null) return { view: start, complete: false }
  const filter = readFilter(stored['filter'])
  const sort = Sort.safeParse(stored['sort'])
  const group = Group.safeParse(stored['group'] ?? null)
  const layout = ViewLayout.safeParse(stored['layout'])
  return {
    view: {
      filter: filter.value,
      sort: sort.data ?? start.sort,
      group: group.data ?? null,
      layout: layout.data ?? start.layout,
    },
    complete: filter.complete && sort.success && group.success && layout.success && isKnown(stored['version'] ?? 1),
  }
}

const isKnown = (version: unknown): boolean => typeof version === 'number' && version <= VERSION

/** Condition by condition: one that no longer reads is left out, the others hold. */
function readFilter(stored: unknown): { value: LabView['filter']; complete: boolean } {
  if (!isObject(stored)) return { value: {}, complete: false }
  const read = Object.entries(stored).map(([key, value]) => conditions.safeParse({ [key]: value }))
  return {
    value: Object.assign({}, ...read.map(({ data }) => data ?? {})) as LabView['filter'],
    complete: read.every(({ success }) => success),
  }
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function ordered(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
