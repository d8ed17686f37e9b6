// Input schemas of the calls: the one check at the door, and the same schemas under the forms. Nothing unnamed passes (strict objects).
import { z } from 'zod'
import { actKinds, sectors } from './vocabulary'
import { changeSchema, entityNames } from './entities'
import { Day, Id, date } from './fields'
import { lineFields } from './scope/many'
import { flags } from './status/flags'
import { statuses } from './status/spans'

export const Seq = z.int().min(0)
/** A grant for one file, made by the shell after a picker or a drop, or by the command line from its own arguments. Never a path. */
export const FileRef = z.string().regex(/^grant:[0-9a-f-]{36}$/)
const Text = z.string().normalize('NFC').trim().max(300)
const listOf = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).max(60)])

export const labSorts = ['name', 'owner', 'area', 'code', 'status', 'expiry'] as const

export const LabFilter = z.strictObject({
  text: Text.optional(),
  status: listOf(z.enum(statuses)).optional(),
  /** scheme keys, e.g. VILAS; 'none' = scheme not known */
  scheme: listOf(z.string().max(40)).optional(),
  /** field keys, e.g. chemical */
  field: listOf(z.string().max(40)).optional(),
  /** standard keys */
  standard: listOf(z.string().max(80)).optional(),
  sector: listOf(z.enum(sectors)).optional(),
  /** administrative unit ids, old or new */
  area: listOf(Id).optional(),
  flag: listOf(z.enum(flags)).optional(),
  /** ends within so many days from the day asked, counted from the first possible end */
  expiringWithin: z.int().min(0).max(3660).optional(),
  /** the day asked; today when left out */
  day: Day.optional(),
})
export type LabFilter = z.infer<typeof LabFilter>

export const LabQuery = LabFilter.extend({
  sort: z.enum(labSorts).optional(),
  descending: z.boolean().optional(),
  offset: z.int().min(0).optional(),
  limit: z.int().min(1).max(1000).optional(),
})
export type LabQuery = z.infer<typeof LabQuery>

/** A save: without `id` a new record; `seen` is the seq of the read that the change was made from. */
export const save = <T extends z.ZodType>(change: T) =>
  z.strictObject({ id: Id.optional(), seen: Seq.optional(), change, reason: Text.optional() })

/** Most records that one save of many takes. */
export const MOST_AT_ONCE = 1000
/** A save of many records of one kind: each row names its record and what changes in it. */
export const saveMany = <T extends z.ZodType>(change: T) =>
  z.strictObject({
    seen: Seq.optional(),
    rows: z
      .array(z.strictObject({ id: Id, change }))
      .min(1)
      .max(MOST_AT_ONCE),
    reason: Text.optional(),
  })
/** Records asked for by id. */
export const Ids = z.array(Id).max(MOST_AT_ONCE)

const names = {
  nameVi: z.string().normalize('NFC').trim().min(1).max(400).optional(),
  nameEn: z.string().normalize('NFC').trim().max(400).nullable().optional(),
}
const merged = <A, B extends z.ZodRawShape>(fields: z.ZodType<A>, own: B) => {
  const base = fields as unknown as z.ZodObject
  return base.extend(own) as unknown as z.ZodType<A & z.output<z.ZodObject<B>>>
}

export const OrganizationChange = merged(
  changeSchema('organization', ['sector', 'taxCode', 'address', 'phone', 'email', 'website', 'note', 'dissolvedOn']),
  names,
)
export type OrganizationChange = z.infer<typeof OrganizationChange>

export const LabChange = merged(
  changeSchema('laboratory', ['kind', 'manager', 'phone', 'email', 'website', 'note', 'dissolvedOn']),
  {
    ...names,
    /** owning organisation */
    owner: Id.nullable().optional(),
  },
)
export type LabChange = z.infer<typeof LabChange>

export const SiteChange = changeSchema('site', [
  'laboratory',
  'label',
  'address',
  'oldUnit',
  'unit',
  'phone',
  'note',
  'position',
])
export type SiteChange = z.infer<typeof SiteChange>

const Cover = z.strictObject({ laboratory: Id, site: Id.nullable() })

export const AccreditationChange = merged(changeSchema('accreditation', ['organization', 'scheme', 'issuer', 'note']), {
  /** as typed; the registry reads its canonical form and refuses what cannot be a code (VILAS 18O) */
  code: z.string().normalize('NFC').trim().max(120).nullable().optional(),
  standards: z.array(Id).max(20).optional(),
  fields: z.array(Id).max(40).optional(),
  covers: z.array(Cover).max(400).optional(),
})
export type AccreditationChange = z.infer<typeof AccreditationChange>

/** An annex that comes with the act, entered with the decision; later it is changed by annexes.save. */
const NewAnnex = changeSchema('annex', ['form', 'number', 'issue', 'extent', 'note'])

/** What an act does to what lives in dated rows. Rows begin and end on the act's day, so that an earlier day still shows what held then;
    without a day (also of a month or a year) such an act is refused: rule `day_needed`. */
const Changed = {
  /** the names from this act on, of laboratories and organisations; `vi` null: this act gives no name to it (any more) */
  names: z
    .array(z.strictObject({ record: Id, vi: names.nameVi.unwrap().nullable(), en: names.nameEn }))
    .max(40)
    .optional(),
  /** who owns a laboratory from this act on; null: this act says nothing of it (any more) */
  owners: z
    .array(z.strictObject({ laboratory: Id, organization: Id.nullable() }))
    .max(40)
    .optional(),
  /** the whole list of standards from this act on; null: this act does not change it (any more) */
  standards: z.array(Id).max(20).nullable().optional(),
  /** the whole list of what is covered from this act on; null as above */
  covers: z.array(Cover).max(400).nullable().optional(),
  /** new places by their addresses: each is added as a site of its laboratory and covered from this act on, beside `covers`; null: none */
  places: z
    .array(z.strictObject({ laboratory: Id, address: z.string().normalize('NFC').trim().max(500).nullable() }))
    .max(40)
    .optional(),
  /** the scope lines that a suspension, resumption or reduction in part names: the whole list; kept as the first lines of their lineages */
  lines: z.array(Id).max(5000).optional(),
}

export const ActInput = z.strictObject({
  id: Id.optional(),
  accreditation: Id,
  kind: z.enum(actKinds),
  effective: date().schema.nullable().optional(),
  expiry: date().schema.nullable().optional(),
  partial: z.boolean().optional(),
  ends: Id.nullable().optional(),
  changed: z.string().normalize('NFC').trim().max(2000).nullable().optional(),
  ...Changed,
  annex: NewAnnex.nullable().optional(),
})
export type ActInput = z.infer<typeof ActInput>

export const DecisionChange = merged(
  changeSchema('decision', [
    'kind',
    'number',
    'signed',
    'issuer',
    'issuerPrinted',
    'replaces',
    'replacesPrinted',
    'note',
  ]),
  {
    /** the whole list of acts; one that is left out goes to the trash */
    acts: z.array(ActInput).max(40).optional(),
  },
)
export type DecisionChange = z.infer<typeof DecisionChange>

export const AnnexChange = changeSchema('annex', ['act', 'form', 'number', 'issue', 'extent', 'note'])
export const ScopeChange = changeSchema('scope_line', ['annex', 'position', ...lineFields])
export const SurveillanceChange = changeSchema('surveillance', ['accreditation', 'due', 'done', 'decision', 'note'])
export const EvidenceChange = changeSchema('evidence', [
  'record',
  'attribute',
  'kind',
  'source',
  'excerpt',
  'checkedOn',
  'certainty',
  'note',
])

export const TermChange = changeSchema('term_link', ['term', 'other', 'kind'])
export type TermChange = z.infer<typeof TermChange>

export const ViewChange = changeSchema('saved_view', ['name', 'area', 'definition', 'pinned', 'position'])
export type ViewChange = z.infer<typeof ViewChange>

export const RecordKey = z.strictObject({ entity: z.enum(entityNames), id: Id })
