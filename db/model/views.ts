// What a saved view of the list of laboratories holds, and how it is read back: an older or broken definition opens as far as it can.
import { z } from 'zod'
import { LabFilter } from './inputs'

/** the one area that has views so far */
export const LAB_VIEWS = 'labs'

const conditions = LabFilter.omit({ day: true })
const Sort = z.object({ column: z.string().max(60), descending: z.boolean() })
export const ViewLayout = z.object({
  /** px by column id; columns that are not named keep their own width */
  widths: z.record(z.string(), z.number().min(24).max(2000)),
  /** null: the columns' own default */
  hidden: z.array(z.string()).nullable(),
})

export interface LabView {
  filter: z.infer<typeof conditions>
  sort: z.infer<typeof Sort>
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
  layout: { widths: {}, hidden: null },
}

/** The same view always gives the same text, in whatever order its conditions were set. */
export function writeView({ filter, sort, layout }: LabView): string {
  return JSON.stringify({
    filter: ordered(filter),
    sort: { column: sort.column, descending: sort.descending },
    layout: { widths: ordered(layout.widths), hidden: layout.hidden === null ? null : layout.hidden.toSorted() },
  })
}

export function readView(definition: string): ReadView {
  const stored = objectIn(definition)
  if (stored === null) return { view: start, complete: false }
  const filter = readFilter(stored['filter'])
  const sort = Sort.safeParse(stored['sort'])
  const layout = ViewLayout.safeParse(stored['layout'])
  return {
    view: { filter: filter.value, sort: sort.data ?? start.sort, layout: layout.data ?? start.layout },
    complete: filter.complete && sort.success && layout.success,
  }
}

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
