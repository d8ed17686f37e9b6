// Writes laboratories, decisions, annexes and signatories for tests of the report check, and remembers each by a short name.
import type { EntityName, NewEntity } from '../../db/model/entities'
import type { PartialDate } from '../../db/model/dates/partial'
import { fixedId } from '../../db/registers/fixed-id'
import type { Tx } from '../../db/store/write'

const on = (iso: string): PartialDate => ({ iso })
const standard = (key: string): string => fixedId('standard', key)
const field = (key: string): string => fixedId('field', key)

type ActKind = NewEntity<'decision_act'>['kind']
export interface ActMade {
  number?: string | null
  signed?: string
  effective?: string
  expiry?: string
  partial?: boolean
  ends?: string
  paper?: 'QD' | 'GCN' | 'CV'
}
export interface LineMade {
  matrix?: string
  test?: string
  method?: string
  edition?: string
  field?: string
  site?: string
  inclusion?: 'included' | 'excluded' | 'flexible'
  continues?: string
}

/** Writes records and remembers them by name. */
export class Desk {
  private position = 0
  constructor(
    private readonly tx: Tx,
    readonly ids: Map<string, string>,
  ) {}

  add<E extends EntityName>(name: string | null, entity: E, values: NewEntity<E>): string {
    const id = this.tx.create(entity, values)
    if (name !== null) this.ids.set(name, id)
    return id
  }
  id(name: string): string {
    const id = this.ids.get(name)
    if (id === undefined) throw new Error(`nobody made ${name}`)
    return id
  }
  lab(key: string, vi: string, en: string | null = null): string {
    const laboratory = this.add(`${key} lab`, 'laboratory', { kind: 'testing' })
    this.add(null, 'laboratory_name', { laboratory, vi, en })
    return laboratory
  }
  site(key: string, lab: string, label: string | null, address: string): string {
    return this.add(key, 'site', {
      laboratory: this.id(`${lab} lab`),
      label,
      address,
      position: `a${(this.position += 1)}`,
    })
  }
  accreditation(
    key: string,
    code: string | null,
    covers: readonly (string | { lab: string; site: string })[],
    scheme = 'VILAS',
  ): string {
    const made = this.add(key, 'accreditation', {
      scheme: fixedId('scheme', scheme),
      ...(code !== null && { code: { raw: code, canonical: code } }),
    })
    for (const each of covers) {
      const [lab, site] = typeof each === 'string' ? [each, null] : [each.lab, each.site]
      this.add(null, 'coverage', {
        accreditation: made,
        laboratory: this.id(`${lab} lab`),
        site: site === null ? null : this.id(site),
      })
    }
    return made
  }
  standard(of: string, key: string | null, more: { from?: string; until?: string; printed?: string } = {}): void {
    this.add(`${of} ${key ?? more.printed}`, 'accreditation_standard', {
      accreditation: this.id(of),
      standard: key === null ? null : standard(key),
      printed: more.printed ?? null,
      fromAct: more.from === undefined ? null : this.id(more.from),
      untilAct: more.until === undefined ? null : this.id(more.until),
    })
  }
  /** One decision with one act; both remembered: `key` the act, `key decision` the paper. */
  act(key: string, of: string, kind: ActKind, made: ActMade): string {
    const decision = this.add(`${key} decision`, 'decision', {
      kind: made.paper ?? 'QD',
      number: made.number === undefined ? `${key}/QĐ-VPCNCL` : made.number,
      signed: made.signed === undefined ? null : on(made.signed),
    })
    return this.add(key, 'decision_act', {
      decision,
      accreditation: this.id(of),
      kind,
      effective: made.effective === undefined ? null : on(made.effective),
      expiry: made.expiry === undefined ? null : on(made.expiry),
      partial: made.partial ?? null,
      ends: made.ends === undefined ? null : this.id(made.ends),
    })
  }
  annex(
    key: string,
    act: string,
    extent: 'complete' | 'extension' | 'reduction' | null,
    lines: Record<string, LineMade>,
  ): string {
    const annex = this.add(key, 'annex', { act: this.id(act), form: 'AFL 01/12', extent })
    for (const [name, line] of Object.entries(lines)) {
      this.add(name, 'scope_line', {
        annex,
        position: `a${(this.position += 1)}`,
        matrixVi: line.matrix ?? null,
        testVi: line.test ?? null,
        method: line.method ?? null,
        methodEdition: line.edition ?? null,
        field: line.field === undefined ? null : field(line.field),
        site: line.site === undefined ? null : this.id(line.site),
        inclusion: line.inclusion ?? 'included',
        continues: line.continues === undefined ? null : this.id(line.continues),
      })
    }
    return annex
  }
  names(act: string, ...lines: string[]): void {
    for (const line of lines) this.add(null, 'act_line', { act: this.id(act), line: this.id(line) })
  }
  signatory(annex: string, name: string, may: { fields?: string[]; lines?: string[]; printed?: string } = {}): void {
    const signatory = this.add(name, 'signatory', {
      annex: this.id(annex),
      name,
      printed: may.printed ?? null,
      position: `a${(this.position += 1)}`,
    })
    for (const each of may.fields ?? []) this.add(null, 'signatory_scope', { signatory, field: field(each) })
    for (const each of may.lines ?? []) this.add(null, 'signatory_scope', { signatory, line: this.id(each) })
  }
}
