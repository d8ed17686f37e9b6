// Ends and surveillance visits as an iCalendar file (RFC 5545) for the calendar a person already looks at. Each event keeps its name
// between exports, so that taking a newer file in moves what has moved and doubles nothing.
import { basename } from 'node:path'
import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Job } from '../../jobs/job'
import { addDays, formatDate } from '../../model/dates/partial'
import type { Exported } from '../../model/shapes/exchange'
import { say, type Language } from '../../model/texts/say'
import { currentSeq } from '../../store/database'
import { dueDays, type DueDay } from '../../store/due-days'
import { withSnapshot } from '../connection'
import { writeFileWhole } from '../write-file'

export interface CalendarJob {
  register: string
  /** where the file goes */
  path: string
  day: string
  /** instant of the export, ISO 8601 UTC */
  now: string
  language: Language
  /** days before the first possible day at whose eight o'clock the calendar reminds; 0 is that day itself */
  remind: readonly number[]
}

const DAY_SECONDS = 86_400
const EIGHT_O_CLOCK = 8 * 3_600

/** Writes the file whole or not at all; `rows` are its events, `cells` its reminders. */
export async function exportCalendar(job: CalendarJob, watch: Job): Promise<Exported> {
  const { days, seq } = await withSnapshot(job.register, (db) => ({ days: dueDays(db, job.day), seq: currentSeq(db) }))
  watch.check()
  const calendar = ical({
    prodId: '//So Cong nhan//VI',
    name: say(job.language, 'calendar.name'),
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const due of days) {
    const event = calendar.createEvent({
      id: `${due.about}.${due.accreditation}@so-cong-nhan`,
      // a newer state of the register counts as a newer event wherever the calendar compares them
      sequence: seq,
      stamp: new Date(job.now),
      start: new Date(`${due.first}T00:00:00Z`),
      end: new Date(`${addDays(due.last, 1)}T00:00:00Z`),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: summary(due, job.language),
      description: description(due, job),
    })
    for (const before of job.remind)
      event
        .createAlarm({
          type: ICalAlarmType.display,
          description: summary(due, job.language),
          trigger: before * DAY_SECONDS - EIGHT_O_CLOCK,
        })
        .relatesTo(ICalAlarmRelatesTo.start)
  }
  watch.check()
  const written = await writeFileWhole(job.path, [new TextEncoder().encode(calendar.toString())])
  return { file: basename(job.path), rows: days.length, cells: days.length * job.remind.length, ...written }
}

function summary({ about, code, laboratories, holder }: DueDay, language: Language): string {
  const name = laboratories.length === 1 ? laboratories[0]! : (holder ?? laboratories[0]!)
  return say(language, `calendar.summary.${about}`, { code: code ?? say(language, 'calendar.noCode'), name })
}

function description(due: DueDay, { day, language }: CalendarJob): string {
  const when = (iso: string) => formatDate(iso, language)
  return [
    due.first === due.last
      ? say(language, `calendar.on.${due.about}`, { day: when(due.first) })
      : say(language, `calendar.between.${due.about}`, { first: when(due.first), last: when(due.last) }),
    ...(due.holder === null ? [] : [say(language, 'calendar.holder', { holder: due.holder })]),
    say(language, 'calendar.laboratories', { names: due.laboratories.join('; ') }),
    say(language, 'calendar.source', { day: when(day) }),
  ].join('\n')
}
