// “Công văn nhắc gia hạn”: one letter for each laboratory, about its accreditations that end soon or have just ended.
import type { Job } from '../../jobs/job'
import type { DocumentWish } from '../../model/documents/kinds'
import { addDays } from '../../model/dates/partial'
import { RegistryError } from '../../model/errors'
import type { AccreditationPage } from '../../model/shapes/accreditation'
import { JUST_ENDED, LADDER_TOP } from '../../model/tasks/kinds'
import { accreditationPage } from '../../store/accreditations'
import { ridOf } from '../../store/columns'
import type { ReadDb } from '../../store/database'
import { labPage } from '../../store/lab-page'
import { listTasks } from '../../store/tasks'
import { endingTasks } from './lists'
import { paperOf } from '../../model/status/explain'
import { accreditationWords, joined, left, type Filling, type Moment } from './values'

export interface Letters {
  /** one a laboratory, with its name */
  letters: { lab: string; data: Filling }[]
  /** laboratories that were named but have nothing to be reminded of */
  leftOut: string[]
}

type Wish = Extract<DocumentWish, { kind: 'reminder' }>

/** Throws invalid_input with rule nothing_to_remind where no laboratory has anything that ends. */
export function letters(db: ReadDb, wish: Wish, moment: Moment, watch: Job): Letters {
  const within = wish.within ?? LADDER_TOP
  const found: Letters = { letters: [], leftOut: [] }
  const labs = (wish.labs ?? toRemind(db, within, moment)).slice(0, moment.most)
  for (const [at, id] of labs.entries()) {
    watch.check()
    watch.progress(at, labs.length)
    const page = labPage(db, id, moment.day)
    const ending = page.accreditations.filter((each) => ends(each, within, moment.day))
    if (ending.length === 0) {
      found.leftOut.push(page.nameVi)
      continue
    }
    const [site] = page.sites
    found.letters.push({
      lab: page.nameVi,
      data: {
        kinh_gui: page.owner?.name ?? page.nameVi,
        ten_phong: page.nameVi,
        chu_quan: page.owner?.name ?? '',
        dia_chi: joined([page.owner?.address ?? site?.address]),
        cong_nhan: ending.map((each) => ({
          ...accreditationWords(each),
          quyet_dinh: joined(each.status.acts.slice(-1).map((act) => paperOf('vi', act))),
          con_lai: left(each.status) || 'đã hết hạn',
        })),
      },
    })
  }
  if (found.letters.length === 0)
    throw new RegistryError('invalid_input', 'nothing to remind of', [{ field: 'labs', rule: 'nothing_to_remind' }])
  return found
}

function ends({ status: { status, expiry, daysLeft } }: AccreditationPage, within: number, day: string): boolean {
  if (daysLeft !== null) return daysLeft <= within
  return status === 'expired' && expiry !== null && expiry >= addDays(day, -JUST_ENDED).slice(0, expiry.length)
}

/** Living laboratories, each once, in the order in which the work is pressing; also those that share an accreditation. */
function toRemind(db: ReadDb, within: number, moment: Moment): string[] {
  const { day, today } = moment
  const ended = listTasks(db, { kind: 'expired', includeSnoozed: true, limit: 1000 }, { day, today }).rows
  const tasks = [...endingTasks(db, within, moment), ...ended]
  return [
    ...new Set(
      tasks.flatMap(({ record, lab, others }) =>
        others === 0
          ? [lab]
          : accreditationPage(db, ridOf(db, 'accreditation', record), day).covers.map(({ laboratory }) => laboratory.id),
      ),
    ),
  ]
}
