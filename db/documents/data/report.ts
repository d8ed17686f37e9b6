// “Báo cáo tình hình công nhận”: the overview's and the figures' own numbers on the day and on the same day a year before, by what held on
// each of the two days whenever it was recorded.
import { yearBefore } from '../../model/documents/dates'
import { expiryWindows } from '../../model/status/spans'
import { say } from '../../model/texts/say'
import type { FigureName } from '../../model/shapes/figures'
import type { Overview } from '../../model/shapes/overview'
import type { ReadDb } from '../../store/database'
import { evaluateFigure, listFigures } from '../../store/figures'
import { overview } from '../../store/overview'
import { capital, change, day as shown, lines, number, type Filling, type Moment } from './values'

interface Counted {
  key: string
  name: string
  labs: number
}

/** What either day has, in the order of the day itself; what only the day before had stands last. */
function compared(now: readonly Counted[], before: readonly Counted[]): Filling[] {
  const then = new Map(before.map((each) => [each.key, each.labs]))
  const gone = before.filter(({ key }) => !now.some((each) => each.key === key))
  const row = (name: string, labs: number, earlier: number): Filling => ({
    ten: name,
    nam_nay: number(labs),
    nam_truoc: number(earlier),
    tang_giam: change(labs, earlier),
  })
  return [
    ...now.map(({ key, name, labs }) => row(name, labs, then.get(key) ?? 0)),
    ...gone.map(({ name, labs }) => row(name, 0, labs)),
  ].filter(({ nam_nay, nam_truoc }) => nam_nay !== '0' || nam_truoc !== '0')
}

const byStatus = ({ byStatus: all }: Overview): Counted[] =>
  all.map(({ status, labs }) => ({ key: status, name: capital(say('vi', `status.name.${status}`)), labs }))
const byScheme = ({ byScheme: all }: Overview): Counted[] =>
  all.map(({ key, name, labs }) => ({
    key: key ?? '',
    name: key === null ? 'Chưa rõ chương trình' : `${key} – ${name}`,
    labs,
  }))
const byField = ({ byField: all }: Overview): Counted[] => all.map(({ key, name, labs }) => ({ key, name, labs }))
const byArea = ({ coverage: { areas } }: Overview): Counted[] =>
  areas.map(({ id, name, labs }) => ({ key: id, name, labs }))

const moved = (names: readonly FigureName[]): Filling[] => names.map(({ nameVi, why }) => ({ ten: nameVi, ly_do: why }))

export function reportData(db: ReadDb, { day }: Moment): Filling {
  const before = yearBefore(day)
  const [now, then] = [overview(db, day), overview(db, before)]
  const figures = listFigures(db, { day, language: 'vi' })
  const earlier = new Map(listFigures(db, { day: before, language: 'vi' }).map(({ rule, value }) => [rule, value]))
  const { value, difference } = evaluateFigure(db, { rule: 'labs_in_force', day, compareDay: before, language: 'vi' })
  return {
    ngay_truoc: shown(before),
    so_phong: number(now.labs),
    so_phong_truoc: number(then.labs),
    con_hieu_luc: number(value),
    con_hieu_luc_truoc: number(difference!.value),
    theo_tinh_trang: compared(byStatus(now), byStatus(then)),
    theo_chuong_trinh: compared(byScheme(now), byScheme(then)),
    theo_linh_vuc: compared(byField(now), byField(then)),
    theo_dia_ban: compared(byArea(now), byArea(then)),
    sap_het_han: expiryWindows.map((within) => ({
      ten: `Trong ${within} ngày tới`,
      so_phong: number(now.expiring.find((each) => each.within === within)?.labs ?? 0),
    })),
    chi_tieu: figures.map((figure) => {
      const was = earlier.get(figure.rule) ?? 0
      return {
        ten: figure.name,
        cach_dem: figure.wording,
        nam_nay: number(figure.value),
        nam_truoc: number(was),
        tang_giam: change(figure.value, was),
      }
    }),
    them: moved(difference!.came),
    bot: moved(difference!.went),
    quy_tac: lines([
      `So sánh ngày ${shown(day)} với cùng ngày một năm trước (${shown(before)}), theo ngày có hiệu lực ghi trên quyết định, không theo ngày nhập vào sổ.`,
      'Theo tình trạng: mỗi phòng đếm một lần, theo công nhận tốt nhất đang áp dụng cho phòng.',
      'Theo chương trình, lĩnh vực, địa bàn: một phòng có thể đứng ở nhiều dòng nên cộng các dòng có thể lớn hơn tổng số phòng.',
      'Phòng sắp hết hạn: công nhận tốt nhất của phòng hết hạn trong số ngày đã ghi, kể từ ngày xem; các dòng sau gồm cả các dòng trước.',
    ]),
  }
}
