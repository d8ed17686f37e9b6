// “Sổ giấy”: the whole register on paper, for days without a computer. The lines of the scopes only when told: they make it ten times as thick.
import type { Job } from '../../jobs/job'
import type { DocumentWish } from '../../model/documents/kinds'
import { tooLarge } from '../../exchange/limits'
import type { AccreditationPage, ScopeLine } from '../../model/shapes/accreditation'
import { sortKey } from '../../model/text/collate'
import { prepare, type ReadDb } from '../../store/database'
import { labPage } from '../../store/lab-page'
import { listScope } from '../../store/scope'
import { areaOf, everyLab } from './lists'
import { accreditationWords, decisionName, joined, lines, number, statusWord, type Filling, type Moment } from './values'

type Wish = Extract<DocumentWish, { kind: 'booklet' }>

/** Lines of scopes that one booklet takes: some thousand pages. */
const MOST_LINES = 40_000
const PAGE = 1000

export function bookletData(db: ReadDb, wish: Wish, moment: Moment, watch: Job): Filling {
  const { day } = moment
  if (wish.scope) refuseTooThick(db)
  const codes: { code: string; stt: string; ten: string }[] = []
  const held = new Set<string>()
  const phong = [...everyLab(db, {}, moment, watch)].map((row, at) => {
    const stt = String(at + 1)
    const page = labPage(db, row.id, day)
    for (const { id, code } of page.accreditations) {
      held.add(id)
      if (code !== null) codes.push({ code: code.raw, stt, ten: page.nameVi })
    }
    return {
      stt,
      ten: page.nameVi,
      chu_quan: page.owner?.name ?? '',
      dia_chi: joined([joined(page.sites.map(({ address }) => address)), areaOf(page)], ', '),
      lien_he: joined([page.manager, page.phone, page.email, page.website]),
      tinh_trang: statusWord(page),
      cong_nhan: page.accreditations.map((each) => ({
        ...accreditationWords(each),
        quyet_dinh: joined(each.decisions.map(decisionName)),
        pham_vi: wish.scope ? lines(scope(db, each, day)) : [],
      })),
    }
  })
  return {
    so_phong: number(phong.length),
    so_cong_nhan: number(held.size),
    phong,
    ma: codes
      .map((each) => ({ ...each, key: sortKey(each.code) }))
      .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : Number(a.stt) - Number(b.stt)))
      .map(({ code, stt, ten }) => ({ ma_so: code, stt, ten })),
    quy_tac: lines([
      'Phòng xếp theo tên. Tình trạng và các công nhận là của ngày xem; ngày hết hạn là ngày cuối còn hiệu lực.',
      'Bản in là ảnh chụp của sổ lúc lập. Khi có máy trở lại, sổ trên máy là bản đúng.',
    ]),
  }
}

function refuseTooThick(db: ReadDb): void {
  const { lines: count } = prepare<[], { lines: number }>(
    db,
    'SELECT count(*) AS lines FROM scope_line WHERE trashed_at IS NULL',
  ).get()!
  if (count > MOST_LINES) throw tooLarge('document.scope_lines', MOST_LINES)
}

function scope(db: ReadDb, { id }: AccreditationPage, day: string): string[] {
  const found: string[] = []
  for (let total = 1; found.length < total;) {
    const page = listScope(db, { accreditation: id, offset: found.length, limit: PAGE }, day)
    total = page.total
    if (page.rows.length === 0) break
    for (const line of page.rows) found.push(`${found.length + 1}. ${lineWords(line)}`)
  }
  return found
}

const lineWords = (line: ScopeLine): string =>
  joined([
    joined([line.matrixVi ?? line.matrixEn, line.testVi ?? line.testEn ?? line.quantity], ' – '),
    joined([line.technique, line.range, line.cmc]),
    joined([line.method, line.methodEdition], ':'),
    line.inclusion === 'excluded' ? 'không thuộc phạm vi' : '',
  ])
