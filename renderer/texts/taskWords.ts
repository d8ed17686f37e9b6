// Why a thing to do is there, and what to do about it: in words, for every screen that shows work.
import { formatDate } from '../../db/model/dates/partial'
import type { Task } from '../../db/model/tasks/kinds'
import { say } from '../../db/model/texts/say'
import { capital } from './capital'
import type { Texts } from './texts'

/** “Hết hạn 25/11/2026, còn 2 ngày”; “Thiếu mã số, thiếu phiên bản tiêu chuẩn”. */
export function whyOfTask(task: Task, texts: Texts): string {
  return capital(reasonOf(task, texts), texts.language)
}

function reasonOf(task: Task, { t, n, language }: Texts): string {
  const date = task.expiry === null ? '' : formatDate(task.expiry, language)
  if (task.about === 'expired') return t('tasks.why.expired', { date })
  if (task.about === 'expiring') {
    const left = task.daysLeft ?? 0
    if (left < 0) return t('tasks.why.open', { date })
    return left === 0 ? t('tasks.why.lastDay') : t('tasks.why.expiring', { date, count: left, shown: n(left) })
  }
  if (task.about === 'surveillance_due')
    return t('tasks.why.visit', { date: task.visit === null ? '' : formatDate(task.visit, language) })
  if (task.editions.length > 0)
    return task.editions
      .map(({ title, lastDay }) => t('tasks.why.edition', { title, date: formatDate(lastDay, language) }))
      .join(', ')
  if (task.flags.length === 0) return t('tasks.why.noSource')
  return task.flags.map((flag) => say(language, `exchange.flags.${flag}`)).join(', ')
}

/** One sentence; where several things are missing, one for each. */
export function todoOfTask({ about, flags }: Task, { t }: Texts): string {
  if (about === 'expiring' || about === 'expired' || about === 'surveillance_due') return t(`tasks.todo.${about}`)
  return flags.length === 0 ? t('tasks.todo.noSource') : flags.map((flag) => t(`labPage.flags.todo.${flag}`)).join(' ')
}

/** The name of the laboratory; with the code where it is known, and the others that the same accreditation covers. */
export function nameOfTask(task: Task, { t, n, language }: Texts): string {
  const name = (language === 'en' ? task.nameEn : null) ?? task.nameVi
  return task.others === 0 ? name : t('tasks.andOthers', { name, count: task.others, shown: n(task.others) })
}
