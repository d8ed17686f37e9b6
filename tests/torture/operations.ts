// Random valid writes through the register's own calls, as clerks make them: new records, edits, decisions, lines in blocks, trash and back.
import { csvOf } from '../exchange/support'
import type { CallName, Input, Output } from '../../db/contract'
import type { Random } from '../../db/registers/sample/random'
import type { Session } from '../../db/registry'

type Kind = 'laboratory' | 'site' | 'accreditation' | 'decision' | 'annex'

/** One write that the register answered: its call, the commit_seq it stands under, and the record. */
export interface Acknowledged {
  call: CallName
  seq: number
  id: string
}

const WORDS = ['nước', 'tôm', 'chì', 'bê tông', 'xi măng', 'thủy sản', 'đất', 'than', 'độ ẩm', 'vi sinh', 'Hải Hoà']

export class Clerk {
  private known: Record<Kind, string[]> = { laboratory: [], site: [], accreditation: [], decision: [], annex: [] }
  private trashed: string[] = []
  private gone: { entity: Kind; id: string }[] = []

  constructor(
    private readonly session: Session,
    private readonly random: Random,
    private readonly told: (done: Acknowledged) => void,
    /** a grant for a file with this list; left out: nothing is imported */
    private readonly listed: ((csv: Uint8Array) => string) | null = null,
  ) {}

  /** Makes one write and tells it once the register has answered. Throws when the register refuses a valid write. */
  async next(): Promise<void> {
    const ways = [
      this.newLab,
      this.newLab,
      this.editLab,
      this.editLab,
      this.newSite,
      this.accredit,
      this.decide,
      this.lines,
      this.trash,
      this.restore,
      this.editDecision,
      this.trashAny,
      this.trashAny,
      this.restoreAny,
      ...(this.listed === null ? [] : [this.importList]),
    ]
    const way = this.random.pick(ways)
    if (!(await way.call(this))) await this.newLab()
  }

  private some<T>(list: readonly T[]): T | undefined {
    return list.length === 0 ? undefined : this.random.pick(list)
  }

  private words(count: number): string {
    return Array.from({ length: count }, () => this.some(WORDS)).join(' ')
  }

  private async ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
    const reply = await this.session.call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.fields)}`)
    return reply.value as Output<N>
  }

  private async save<N extends CallName>(name: N, input: Input<N>): Promise<string> {
    const saved = (await this.ask(name, input)) as { id: string; seq: number }
    this.told({ call: name, seq: saved.seq, id: saved.id })
    return saved.id
  }

  private async newLab(): Promise<boolean> {
    const change = { nameVi: `Phòng ${this.words(3)} (hư cấu)`, phone: `0203 ${this.random.int(100, 999_999)}` }
    this.known.laboratory.push(await this.save('labs.save', { change }))
    return true
  }

  private async editLab(): Promise<boolean> {
    const id = this.some(this.known.laboratory)
    if (id === undefined) return false
    const note = this.words(this.random.int(1, 400))
    await this.save('labs.save', { id, change: { note, manager: this.words(2), nameVi: `Phòng ${this.words(2)}` } })
    return true
  }

  private async newSite(): Promise<boolean> {
    const laboratory = this.some(this.known.laboratory)
    if (laboratory === undefined) return false
    this.known.site.push(await this.save('sites.save', { change: { laboratory, address: this.words(5) } }))
    return true
  }

  private async accredit(): Promise<boolean> {
    const laboratory = this.some(this.known.laboratory)
    if (laboratory === undefined) return false
    const code = `VILAS ${this.random.int(1000, 8999)}`
    const covers = [{ laboratory, site: null }]
    this.known.accreditation.push(await this.save('accreditations.save', { change: { code, covers } }))
    return true
  }

  private async decide(): Promise<boolean> {
    const accreditation = this.some(this.known.accreditation)
    if (accreditation === undefined) return false
    const year = this.random.int(2015, 2024)
    const act = {
      accreditation,
      kind: 'recognition' as const,
      effective: { iso: `${year}-03-0${this.random.int(1, 9)}` },
      expiry: { iso: `${year + 3}-02` },
      annex: { form: 'AFL 01/12' as const, extent: 'complete' as const },
    }
    const number = `${this.random.int(1, 999)}.${year}/QĐ-VPCNCL`
    const id = await this.save('decisions.save', { change: { kind: 'QD', number, acts: [act] } })
    this.known.decision.push(id)
    const lab = await this.labOf(accreditation)
    // of a laboratory or an accreditation in the trash the annex is not found again
    if (lab === null) return true
    const { accreditations } = await this.ask('labs.get', { id: lab })
    const decisions = accreditations.flatMap((each) => each.decisions)
    const annex = decisions.find((each) => each.id === id)?.annexes[0]
    if (annex !== undefined) this.known.annex.push(annex.id)
    return true
  }

  private async labOf(accreditation: string): Promise<string | null> {
    for (const id of this.known.laboratory) {
      const lab = await this.ask('labs.get', { id })
      if (lab.accreditations.some((each) => each.id === accreditation)) return id
    }
    return null
  }

  private async lines(): Promise<boolean> {
    const annex = this.some(this.known.annex)
    if (annex === undefined) return false
    const rows = Array.from({ length: this.random.int(1, 30) }, (_, at) => ({
      matrixVi: this.words(1),
      testVi: `Xác định ${this.words(2)} ${at}`,
      method: `TCVN ${this.random.int(1000, 9999)}:2020`,
    }))
    const reply = await this.session.call('scope.saveMany', { annex, rows })
    // the annex, or what it hangs on, lies in the trash
    if (!reply.ok && reply.error.code === 'not_found') return false
    if (!reply.ok) throw new Error(`scope.saveMany: ${reply.error.code}`)
    const saved = reply.value as Output<'scope.saveMany'>
    this.told({ call: 'scope.saveMany', seq: saved.seq, id: saved.ids[0]! })
    return true
  }

  private async trash(): Promise<boolean> {
    const id = this.some(this.known.site)
    if (id === undefined || this.trashed.includes(id)) return false
    await this.save('records.trash', { entity: 'site', id })
    this.trashed.push(id)
    return true
  }

  private async restore(): Promise<boolean> {
    const id = this.trashed.pop()
    if (id === undefined) return false
    await this.save('records.restore', { entity: 'site', id })
    return true
  }

  /** The paper and its act: another number, another end. */
  private async editDecision(): Promise<boolean> {
    const id = this.some(this.living('decision'))
    if (id === undefined) return false
    const { decision, act, accreditation } = await this.decisionOf(id)
    if (act === undefined) return false
    const year = this.random.int(2015, 2024)
    const acts = [
      {
        id: act,
        accreditation,
        kind: 'recognition' as const,
        effective: { iso: `${year}-05` },
        expiry: { iso: `${year + 2}` },
      },
    ]
    await this.save('decisions.save', {
      id: decision,
      change: { number: `${this.random.int(1, 999)}.${year}/QĐ-VPCNCL`, acts },
    })
    return true
  }

  private async decisionOf(id: string): Promise<{ decision: string; act: string | undefined; accreditation: string }> {
    for (const lab of this.known.laboratory) {
      const { accreditations } = await this.ask('labs.get', { id: lab })
      for (const each of accreditations) {
        const found = each.decisions.find((decision) => decision.id === id)
        if (found !== undefined) return { decision: id, act: found.acts[0]?.id, accreditation: each.id }
      }
    }
    return { decision: id, act: undefined, accreditation: '' }
  }

  private living(kind: Kind): string[] {
    return this.known[kind].filter((id) => !this.gone.some((each) => each.id === id))
  }

  /** A laboratory, an accreditation, a decision or an annex. */
  private async trashAny(): Promise<boolean> {
    const entity = this.random.pick(['laboratory', 'accreditation', 'decision', 'annex'] as const)
    const id = this.some(this.living(entity))
    if (id === undefined) return false
    await this.save('records.trash', { entity, id })
    this.gone.push({ entity, id })
    return true
  }

  private async restoreAny(): Promise<boolean> {
    const back = this.gone.pop()
    if (back === undefined) return false
    await this.save('records.restore', back)
    return true
  }

  /** A list with new laboratories, and one that changes what is there. */
  private async importList(): Promise<boolean> {
    const rows = Array.from({ length: this.random.int(1, 5) }, (_, at) => [
      `Phòng nhập ${this.random.int(1, 40)} (hư cấu)`,
      `VILAS ${9000 + this.random.int(1, 40) * 10 + at}`,
      this.words(3),
    ])
    const file = this.listed!(csvOf(['Tên phòng', 'Mã số', 'Ghi chú'], rows))
    const { fingerprint, counts } = await this.ask('exchange.importPreview', { file })
    if (counts.error > 0 || counts.new + counts.change === 0) return false
    const { seq } = await this.ask('exchange.importCommit', { file, preview: fingerprint })
    this.told({ call: 'exchange.importCommit', seq, id: '' })
    return true
  }
}
