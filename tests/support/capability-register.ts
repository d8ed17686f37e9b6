// A register with one laboratory for each reason why lead in shrimp can or cannot be tested on DAY; the laboratories' names say which.
import type { NewEntity } from '../../db/model/entities'
import { loadReference } from '../../db/registers/reference'
import type { WriteDb } from '../../db/store/database'
import { setLocal } from '../../db/store/local'
import { scratchRegister } from '../../db/store/open'
import { writeSet, type Tx } from '../../db/store/write'
import { addLab, NOW } from './register'

type Line = Omit<NewEntity<'scope_line'>, 'annex' | 'position' | 'inclusion'> & Partial<NewEntity<'scope_line'>>
type Act = Omit<NewEntity<'decision_act'>, 'decision' | 'accreditation'>

const grant: Act = { kind: 'grant', effective: { iso: '2024-03-12' }, expiry: { iso: '2027-03-11' } }
export const metals = 'Xác định hàm lượng chì (Pb)'

/** A desk that writes papers for one laboratory after the other. */
function desk(tx: Tx) {
  const accredited = (name: string, code: string, owner?: string) => {
    const { lab } = addLab(tx, name, owner)
    const accreditation = tx.create('accreditation', { code: { raw: code, canonical: code } })
    tx.create('coverage', { accreditation, laboratory: lab })
    return { lab, accreditation }
  }
  const decide = (accreditation: string, act: Act) =>
    tx.create('decision_act', { ...act, accreditation, decision: tx.create('decision', { kind: 'QD' }) })
  const list = (act: string, extent: 'complete' | 'extension' | 'reduction', lines: Line[]) => {
    const annex = tx.create('annex', { act, extent })
    return lines.map((line, at) =>
      tx.create('scope_line', { inclusion: 'included', ...line, annex, position: `a${at}` }),
    )
  }
  /** a laboratory with one grant and one annex */
  const lab = (name: string, code: string, lines: Line[], act: Act = grant) => {
    const { lab: id, accreditation } = accredited(name, code)
    const granted = decide(accreditation, act)
    return { lab: id, accreditation, granted, lines: list(granted, 'complete', lines) }
  }
  return { tx, accredited, decide, list, lab }
}

const shrimp: Line = {
  matrixVi: 'Tôm',
  matrixEn: 'Shrimp',
  testVi: metals,
  method: 'TCVN 8126:2018',
  methodEdition: '2018',
}
const on = (matrixVi: string, testVi = metals): Line => ({ matrixVi, testVi })
const from = (iso: string) => ({ effective: { iso } })

function fill(tx: Tx): void {
  loadReference(tx)
  const { accredited, decide, list, lab } = desk(tx)
  const good = lab('Được', 'VILAS 101', [{ ...shrimp, range: 'LOQ: 0,02 mg/kg' }])
  tx.create('evidence', {
    record: good.accreditation,
    kind: 'web_page',
    source: 'x',
    checkedOn: '2026-10-01',
    certainty: 'checked',
  })
  lab('Rộng hơn', 'VILAS 102', [on('Thủy sản và sản phẩm thủy sản')])
  lab('Hẹp hơn', 'VILAS 103', [on('Tôm sú đông lạnh')])
  lab('Hết hạn', 'VILAS 104', [shrimp], { ...grant, expiry: { iso: '2026-03-11' } })
  const suspended = lab('Đình chỉ', 'VILAS 105', [shrimp])
  decide(suspended.accreditation, { kind: 'suspension', ...from('2026-06-01') })
  const withdrawn = lab('Hủy bỏ', 'VILAS 106', [shrimp])
  decide(withdrawn.accreditation, { kind: 'withdrawal', ...from('2026-07-01') })
  lab('Chưa tới ngày', 'VILAS 107', [shrimp], { ...grant, ...from('2026-12-01'), expiry: { iso: '2029-11-30' } })
  lab('Chưa rõ hạn', 'VILAS 108', [shrimp], { kind: 'grant', ...from('2024-03-12') })
  lab('Hạn ghi tháng', 'VILAS 109', [shrimp], { ...grant, expiry: { iso: '2026-11' } })
  const part = lab('Đình chỉ một phần', 'VILAS 110', [shrimp, on('Gạo')])
  const partial = decide(part.accreditation, { kind: 'suspension', partial: true, ...from('2026-05-01') })
  tx.create('act_line', { act: partial, line: part.lines[0]! })
  const unnamed = lab('Đình chỉ không rõ dòng', 'VILAS 111', [shrimp])
  decide(unnamed.accreditation, { kind: 'suspension', partial: true, ...from('2026-05-01') })
  const resumed = lab('Bỏ đình chỉ', 'VILAS 112', [shrimp])
  const ended = decide(resumed.accreditation, { kind: 'suspension', partial: true, ...from('2026-05-01') })
  tx.create('act_line', { act: ended, line: resumed.lines[0]! })
  decide(resumed.accreditation, { kind: 'resumption', ends: ended, ...from('2026-08-01') })
  const reduced = lab('Thu hẹp', 'VILAS 113', [shrimp, on('Gạo')])
  const reduction = decide(reduced.accreditation, { kind: 'reduction', ...from('2026-02-01') })
  list(reduction, 'reduction', [{ ...shrimp, inclusion: 'excluded', continues: reduced.lines[0]! }])
  const dropped = lab('Không còn trong phụ lục', 'VILAS 114', [shrimp])
  list(
    decide(dropped.accreditation, { kind: 'renewal', ...from('2026-01-01'), expiry: { iso: '2028-12-31' } }),
    'complete',
    [on('Gạo')],
  )
  const renewed = lab('Công nhận lại', 'VILAS 115', [shrimp])
  list(
    decide(renewed.accreditation, { kind: 'renewal', ...from('2026-01-01'), expiry: { iso: '2028-12-31' } }),
    'complete',
    [shrimp],
  )
  lab('Ngoại trừ', 'VILAS 116', [{ ...shrimp, inclusion: 'excluded' }, on('Thực phẩm')])
  lab('Trừ thủy sản', 'VILAS 117', [on('Thực phẩm (trừ thủy sản)')])
  lab('Linh hoạt', 'VILAS 118', [{ ...shrimp, inclusion: 'flexible' }])
  lab('Thức ăn cho tôm', 'VILAS 119', [
    on('Thức ăn thủy sản'),
    on('Nước nuôi tôm'),
    on('Tôm', 'Xác định chỉ số peroxit'),
  ])
  lab('Không dấu', 'VILAS 120', [{ matrixVi: 'Tom', testVi: 'Xac dinh ham luong chi' }])
  lab('Thủy ngân', 'VILAS 123', [on('Đất', 'Xác định Hg')])
  lab('Hydrua', 'VILAS 124', [on('Đất', 'Xác định selen. Phương pháp HG-AAS')])
  const { lab: away } = accredited('Hai nơi', 'VILAS 121')
  accredited('Không có phạm vi', 'VILAS 122')
  sites(tx, away)
}

/** Two sites, each with a line of its own. */
function sites(tx: Tx, laboratory: string): void {
  const unit = (name: string) =>
    tx.db
      .prepare<[string], string>(`SELECT id FROM admin_unit WHERE name = ? AND until_day IS NULL AND type = 'Phường'`)
      .pluck()
      .get(name)!
  const { decide, list } = desk(tx)
  const accreditation = tx.db
    .prepare<[string], string>(
      `SELECT a.id FROM accreditation a JOIN coverage c ON c.accreditation_rid = a.rid JOIN laboratory l ON l.rid = c.laboratory_rid WHERE l.id = ?`,
    )
    .pluck()
    .get(laboratory)!
  const bay = tx.create('site', { laboratory, label: 'Cơ sở 1', unit: unit('Hồng Gai') })
  const port = tx.create('site', { laboratory, label: 'Cơ sở 2', unit: unit('Cẩm Phả') })
  list(decide(accreditation, grant), 'complete', [
    { ...on('Xi măng', 'Thử cường độ nén'), site: bay },
    { ...on('Nước biển', 'Xác định asen'), site: port, method: 'SMEWW 3125B:2017', methodEdition: '2017' },
  ])
}

/** To be closed by the caller. */
export function capabilityRegister(): WriteDb {
  const db = scratchRegister()
  setLocal(db, 'replica', '01a20000-0000-7000-8000-000000000001')
  writeSet(db, { actor: 'an', now: NOW }, fill)
  return db
}
