// Every kind of record the register keeps, with its logged fields. This one list drives the writer, the replay, the forms' checks
// and the test that compares it with the SQL schema. Derived columns (sort keys, day bounds, spans) are not here: they are never logged.
import { z } from 'zod'
import {
  anyRecord,
  choice,
  code,
  date,
  day,
  flag,
  instant,
  integer,
  orderKey,
  ref,
  required,
  text,
  type Field,
} from './fields'
import {
  actKinds,
  annexForms,
  certainties,
  decisionKinds,
  inclusions,
  labKinds,
  roles,
  sectors,
  sourceKinds,
} from './vocabulary'

const dated = { fromAct: ref('decision_act'), untilAct: ref('decision_act') }
const names = { vi: required(text(400)), en: text(400) }

const fields = {
  scheme: {
    key: required(text(20)),
    ...names,
    standardFamily: text(120),
    codeExample: text(60),
    position: orderKey(),
  },
  issuer: { key: required(text(20)), website: text(300), note: text() },
  issuer_name: { issuer: required(ref('issuer')), ...names, fromDay: day(), untilDay: day(), source: text(400) },
  /** the issuers that run a scheme (LAS-XD: the ministry, later the provinces); none: any line ministry */
  scheme_issuer: { scheme: required(ref('scheme')), issuer: required(ref('issuer')) },
  standard: {
    key: required(text(60)),
    title: required(text(120)),
    family: required(text(60)),
    edition: text(10),
    supersededBy: ref('standard'),
    lastDay: day(),
    twinOf: ref('standard'),
    source: text(400),
  },
  field: { key: required(text(30)), ...names, position: orderKey() },
  /** what words mean: `same` in both directions; `within`: term is a kind of other, so a scope for other covers term */
  term_link: { term: required(text(120)), other: required(text(120)), kind: required(choice(['same', 'within'])) },
  admin_unit: {
    code: text(20),
    type: required(text(30)),
    name: required(text(120)),
    parent: text(120),
    fromDay: day(),
    untilDay: day(),
    source: text(400),
  },

  organization: {
    sector: choice(sectors),
    taxCode: text(20),
    address: text(500),
    phone: text(300),
    email: text(200),
    website: text(300),
    note: text(4000),
    dissolvedOn: date(),
  },
  /** one row per organisation it came from: a merger has several, a split shares one */
  organization_predecessor: {
    organization: required(ref('organization')),
    predecessor: required(ref('organization')),
    note: text(500),
  },
  organization_name: { organization: required(ref('organization')), ...names, ...dated },
  laboratory: {
    kind: choice(labKinds),
    manager: text(200),
    phone: text(300),
    email: text(200),
    website: text(300),
    note: text(4000),
    dissolvedOn: date(),
  },
  laboratory_name: { laboratory: required(ref('laboratory')), ...names, ...dated },
  laboratory_owner: { laboratory: required(ref('laboratory')), organization: required(ref('organization')), ...dated },
  site: {
    laboratory: required(ref('laboratory')),
    label: text(200),
    address: text(500),
    oldUnit: ref('admin_unit'),
    unit: ref('admin_unit'),
    phone: text(300),
    note: text(2000),
    position: orderKey(),
  },
  /** `different`: two laboratories, whatever they share; `merged`: `laboratory` went into `twin` */
  twin_verdict: {
    laboratory: required(ref('laboratory')),
    twin: required(ref('laboratory')),
    verdict: required(choice(['different', 'merged'])),
    reason: text(500),
  },

  accreditation: {
    organization: ref('organization'),
    scheme: ref('scheme'),
    issuer: ref('issuer'),
    code: code(),
    note: text(4000),
  },
  accreditation_standard: {
    accreditation: required(ref('accreditation')),
    standard: ref('standard'),
    printed: text(200),
    ...dated,
  },
  accreditation_field: {
    accreditation: required(ref('accreditation')),
    field: ref('field'),
    printed: text(200),
    ...dated,
  },
  coverage: {
    accreditation: required(ref('accreditation')),
    laboratory: required(ref('laboratory')),
    site: ref('site'),
    ...dated,
  },

  decision: {
    kind: required(choice(decisionKinds)),
    number: text(120),
    signed: date(),
    issuer: ref('issuer'),
    issuerPrinted: text(300),
    replaces: ref('decision'),
    replacesPrinted: text(200),
    note: text(4000),
  },
  decision_act: {
    decision: required(ref('decision')),
    accreditation: required(ref('accreditation')),
    kind: required(choice(actKinds)),
    effective: date(),
    expiry: date(),
    partial: flag(),
    ends: ref('decision_act'),
    changed: text(2000),
    position: orderKey(),
  },
  /** the lineages (first lines) a partial suspension, resumption or reduction names */
  act_line: { act: required(ref('decision_act')), line: required(ref('scope_line')) },
  annex: {
    act: required(ref('decision_act')),
    form: choice(annexForms),
    number: text(60),
    issue: text(40),
    extent: choice(['complete', 'extension', 'reduction']),
    note: text(2000),
  },
  scope_line: {
    annex: required(ref('annex')),
    position: required(orderKey()),
    continues: ref('scope_line'),
    field: ref('field'),
    site: ref('site'),
    matrixVi: text(1000),
    matrixEn: text(1000),
    testVi: text(1000),
    testEn: text(1000),
    technique: text(300),
    /** calibration: the quantity measured */
    quantity: text(300),
    range: text(500),
    cmc: text(300),
    method: text(600),
    methodEdition: text(40),
    inclusion: required(choice(inclusions)),
    note: text(1000),
  },
  signatory: {
    annex: required(ref('annex')),
    name: required(text(200)),
    title: text(200),
    printed: text(1000),
    position: orderKey(),
  },
  signatory_scope: { signatory: required(ref('signatory')), field: ref('field'), line: ref('scope_line') },
  surveillance: {
    accreditation: required(ref('accreditation')),
    due: date(),
    done: date(),
    decision: ref('decision'),
    note: text(2000),
  },

  statement: {
    subject: required(anyRecord()),
    attribute: required(text(60)),
    value: required(text(1000)),
    source: required(text(500)),
    quote: text(4000),
    saidOn: date(),
  },
  evidence: {
    record: required(anyRecord()),
    attribute: text(60),
    kind: required(choice(sourceKinds)),
    source: required(text(500)),
    excerpt: text(4000),
    checkedOn: day(),
    certainty: required(choice(certainties)),
    note: text(2000),
  },
  attachment: {
    sha256: required(text(64)),
    name: required(text(255)),
    mime: required(text(120)),
    bytes: required(integer()),
  },
  attachment_link: { attachment: required(ref('attachment')), record: required(anyRecord()), note: text(500) },

  inspection: {
    laboratory: required(ref('laboratory')),
    site: ref('site'),
    number: text(80),
    basis: text(500),
    startedAt: instant(),
    endedAt: instant(),
    conclusion: text(8000),
    signedAt: instant(),
    minutesSha256: text(64),
  },
  inspection_member: {
    inspection: required(ref('inspection')),
    name: required(text(200)),
    office: text(300),
    side: required(choice(['team', 'laboratory'])),
  },
  finding: {
    inspection: required(ref('inspection')),
    item: required(text(500)),
    result: required(choice(['pass', 'fail', 'not_applicable'])),
    line: ref('scope_line'),
    note: text(4000),
    dueOn: day(),
    position: orderKey(),
  },
  finding_followup: { finding: required(ref('finding')), doneOn: day(), note: required(text(4000)) },

  account: { name: required(text(80)), display: text(200), role: required(choice(roles)), disabledAt: instant() },
  saved_view: {
    name: required(text(120)),
    area: required(text(40)),
    definition: required(text(20000)),
    pinned: flag(),
    position: orderKey(),
  },
  setting: { key: required(text(80)), value: text(20000) },
  snooze: { record: required(anyRecord()), about: required(text(60)), until: required(day()), reason: text(500) },
} as const satisfies Record<string, Record<string, Field>>

type Fields = typeof fields
const trashed = { trashedAt: instant() }
/** Nothing is ever deleted: a record that is taken away carries the instant at which it went to the trash. */
export const entities = Object.fromEntries(
  Object.entries(fields).map(([name, own]) => [name, { ...own, ...trashed }]),
) as {
  readonly [E in keyof Fields]: Fields[E] & typeof trashed
}

export type EntityName = keyof typeof entities
export const entityNames = Object.keys(entities) as EntityName[]

type Shape<E extends EntityName> = (typeof entities)[E]
type Value<F> = F extends Field<infer S, infer R> ? (R extends true ? z.output<S> : z.output<S> | null) : never
/** A whole record as logged at its creation: every field present, null where unknown. */
export type Entity<E extends EntityName> = { -readonly [K in keyof Shape<E>]: Value<Shape<E>[K]> }
type RequiredKeys<E extends EntityName> = {
  [K in keyof Shape<E>]: Shape<E>[K] extends Field<infer _S, true> ? K : never
}[keyof Shape<E>]
/** What a new record needs; left-out fields are unknown (null). */
export type NewEntity<E extends EntityName> = Pick<Entity<E>, RequiredKeys<E>> & Partial<Entity<E>>

/** Fields of an entity by name, for code that works on any entity. */
export function fieldsOf(entity: EntityName): Record<string, Field> {
  return entities[entity]
}

/** zod shape for changing the fields of an entity: each optional, null clears it, required ones cannot be cleared. */
export function changeSchema<E extends EntityName, K extends keyof Shape<E> & string>(entity: E, keys: readonly K[]) {
  const shape: Record<string, z.ZodType> = {}
  for (const key of keys) {
    const field = fieldsOf(entity)[key]!
    shape[key] = (field.required ? field.schema : field.schema.nullable()).optional()
  }
  return z.strictObject(shape) as unknown as z.ZodType<{ [P in K]?: Entity<E>[P] | undefined }>
}
