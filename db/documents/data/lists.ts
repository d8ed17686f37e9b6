// “Danh sách phòng thí nghiệm” and “Danh sách sắp hết hiệu lực”: the rows of the screens' own questions.
import type { Job } from '../../jobs/job'
import type { DocumentWish } from '../../model/documents/kinds'
import type { LabPage, LabRow } from '../../model/shapes/lab'
import { LADDER_TOP, type Task } from '../../model/tasks/kinds'
import { accreditationPage } from '../../store/accreditations'
import { ridOf } from '../../store/columns'
import type { ReadDb } from '../../store/database'
import { labsPage } from '../../store/lab-groups'
import { labPage } from '../../store/lab-page'
import { listTasks } from '../../store/tasks'
import { filterWords } from './filter-words'
import { accreditationWords, day as shown, joined, left, lines, number, statusWord, type Filling, type Moment } from './values'

type Of<K extends DocumentWish['kind']> = Extract<DocumentWish, { kind: K }>
const PAGE = 500

/** Every laboratory of the question once, in its order. */
export function* everyLab(
  db: ReadDb,
  query: Parameters<typeof labsPage>[1],
  { day, most = Infinity }: Pick<Moment, 'day' | 'most'>,
  watch: Job,
): Generator<LabRow, void, undefined> {
  const seen = new Set<string>()
  for (let offset = 0, total = 1; offset < total; offset += PAGE) {
    const page = labsPage(db, { ...query, offset, limit: PAGE }, day)
    total = page.total
    for (const [at, lab] of page.rows.entries()) {
      if (seen.has(lab.id)) continue
      if (seen.size >= most) return
      seen.add(lab.id)
      watch.check()
      watch.progress(offset + at, total)
      yield lab
    }
  }
}

export function labsData(db: ReadDb, { query }: Of<'labs'>, moment: Moment, watch: Job): Filling {
  const phong = [...everyLab(db, query, moment, watch)].map((lab, at) => ({
    stt: String(at + 1),
    ten: lab.nameVi,
    chu_quan: lab.owner?.name ?? '',
    dia_ban: lab.area ?? '',
    dia_chi: lab.address ?? '',
    dien_thoai: lab.phone ?? '',
    email: lab.email ?? '',
    chuong_trinh: joined(lab.schemes),
    ma_so: joined(lab.codes),
    tieu_chuan: joined(lab.standards),
    linh_vuc: joined(lab.fields),
    tinh_trang: statusWord(lab),
    hieu_luc_den: shown(lab.expiry),
  }))
  return {
    bo_loc: filterWords(db, query),
    so_phong: number(phong.length),
    phong,
    quy_tac: lines([
      'Mỗi phòng đếm một lần, theo công nhận tốt nhất đang áp dụng cho phòng vào ngày xem.',
      `“Sắp hết hạn”: còn hiệu lực nhưng hết hạn trong ${LADDER_TOP} ngày tới. Ngày hết hạn là ngày cuối còn hiệu lực.`,
      '“Chưa rõ”: sổ chưa có quyết định công nhận, hoặc quyết định không ghi ngày hết hạn.',
    ]),
  }
}

/** As “Hạn hiệu lực” lists them, put off or not. */
export function endingTasks(db: ReadDb, within: number, { day, today }: Moment): Task[] {
  const rows: Task[] = []
  for (let total = 1; rows.length < total;) {
    const page = listTasks(
      db,
      { kind: 'expiring', within, includeSnoozed: true, offset: rows.length, limit: PAGE },
      { day, today },
    )
    total = page.total
    rows.push(...page.rows)
    if (page.rows.length === 0) break
  }
  return rows
}

export function expiringData(db: ReadDb, wish: Of<'expiring'>, moment: Moment, watch: Job): Filling {
  const within = wish.within ?? LADDER_TOP
  const tasks = endingTasks(db, within, moment).slice(0, moment.most)
  return {
    so_ngay: String(within),
    so_cong_nhan: number(tasks.length),
    cong_nhan: tasks.map((task, at) => {
      watch.check()
      watch.progress(at, tasks.length)
      const lab = labPage(db, task.lab, moment.day)
      return {
        stt: String(at + 1),
        ten: task.others === 0 ? task.nameVi : `${task.nameVi} (và ${number(task.others)} phòng khác)`,
        chu_quan: lab.owner?.name ?? '',
        dia_ban: areaOf(lab),
        dien_thoai: lab.phone ?? '',
        ...accreditationWords(accreditationPage(db, ridOf(db, 'accreditation', task.record), moment.day)),
        con_lai: left(task),
      }
    }),
    quy_tac: lines([
      `Công nhận còn hiệu lực (kể cả đang bị đình chỉ) mà ngày hết hạn rơi vào ${within} ngày tới, kể từ ngày xem. Mỗi công nhận một dòng, dù áp dụng cho nhiều phòng.`,
      'Ngày ghi không đầy đủ (chỉ có tháng hoặc năm) tính từ ngày đầu tiên có thể.',
    ]),
  }
}

/** Of its first site: the unit since 01/07/2025, else the old one. */
export const areaOf = ({ sites: [site] }: LabPage): string => (site?.unit ?? site?.oldUnit)?.name ?? ''
