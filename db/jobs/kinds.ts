// Every kind of long work by name. This table is bundled into the worker; `run.ts` knows only its types, so that the registry's own
// process never loads the readers of outside files.
import { isSound } from '../backup/inspect'
import { checkLog, type CheckLogJob } from '../backup/check-log'
import { compareBackup, type CompareJob } from '../backup/compare'
import { drillBackup, type DrillJob } from '../backup/drill'
import { lockAll, type LockJob } from '../backup/lock-all'
import { makeBackup, type MakeJob } from '../backup/make'
import { recoverRegister, type RecoverJob } from '../backup/recover'
import { prepareRestore, type RestoreJob } from '../backup/restore'
import { bringToSecond } from '../backup/second'
import { verifyBackup, type VerifyJob } from '../backup/verify'
import {
  checkTemplate,
  describeTemplate,
  makeDocument,
  writeTemplate,
  type DocumentJob,
  type TemplateJob,
} from '../documents/make'
import { exportBook, type BookExportJob } from '../exchange/book/export'
import { planBook, type BookJob } from '../exchange/book/plan'
import { exportRows, writeEmptyForm, type ExportJob, type FormJob } from '../exchange/export-list'
import { exportCalendar, type CalendarJob } from '../exchange/outward/calendar'
import { dumpRegister, type DumpJob } from '../exchange/outward/dump'
import { exportExtract, type ExtractJob } from '../exchange/outward/extract'
import { checkExport, type CheckJob } from '../exchange/check-export'
import { exportTable, type TableJob } from '../exchange/export-table'
import { carryOut, type ApplyJob } from '../exchange/import/apply'
import { lookAt, type LookJob } from '../exchange/import/look'
import { planImport, type ImportJob } from '../exchange/import/plan'
import { saveRejects, type RejectsJob } from '../exchange/import/rejects'
import { bringUp } from '../store/open'
import { purgeFile } from '../store/redact'
import { makeRecorded, type RecordedJob } from '../store/recorded'
import type { Job } from './job'

export const kinds = {
  'export-list': (input: ExportJob, job: Job) => exportRows(input, job),
  'export-table': (input: TableJob, job: Job) => exportTable(input, job),
  'check-export': (input: CheckJob, job: Job) => checkExport(input, job),
  'export-calendar': (input: CalendarJob, job: Job) => exportCalendar(input, job),
  'export-register': (input: DumpJob, job: Job) => dumpRegister(input, job),
  'export-extract': (input: ExtractJob, job: Job) => exportExtract(input, job),
  'save-form': (input: FormJob) => writeEmptyForm(input),
  document: (input: DocumentJob, job: Job) => makeDocument(input, job),
  template: (input: TemplateJob) => describeTemplate(input),
  'save-template': (input: Parameters<typeof writeTemplate>[0]) => writeTemplate(input),
  'check-template': (input: Parameters<typeof checkTemplate>[0]) => checkTemplate(input),
  'import-look': (input: LookJob, job: Job) => lookAt(input, job),
  'save-rejects': (input: RejectsJob, job: Job) => saveRejects(input, job),
  'import-apply': (input: ApplyJob) => carryOut(input),
  'import-plan': (input: ImportJob, job: Job) => planImport(input, job),
  'book-export': (input: BookExportJob, job: Job) => exportBook(input, job),
  'book-plan': (input: BookJob, job: Job) => planBook(input, job),
  'backup-make': (input: MakeJob, job: Job) => makeBackup(input, job),
  'backup-lock': (input: LockJob, job: Job) => lockAll(input, job),
  'backup-second': ({ register, now }: { register: string; now: string }, job: Job) =>
    bringToSecond(register, now, job),
  'backup-verify': (input: VerifyJob, job: Job) => verifyBackup(input, job),
  'backup-compare': (input: CompareJob, job: Job) => compareBackup(input, job),
  'backup-drill': (input: DrillJob, job: Job) => drillBackup(input, job),
  'backup-restore': (input: RestoreJob, job: Job) => prepareRestore(input, job),
  'check-log': (input: CheckLogJob, job: Job) => checkLog(input, job),
  'check-file': ({ register }: { register: string }) => isSound(register),
  'bring-up': ({ register }: { register: string }, job: Job) => bringUp(register, job),
  recover: (input: RecoverJob, job: Job) => recoverRegister(input, job),
  'purge-file': ({ register }: { register: string }) => purgeFile(register),
  'replay-recorded': (input: RecordedJob, job: Job) => makeRecorded(input, job),
}

export type JobKind = keyof typeof kinds
export type JobInput<K extends JobKind> = Parameters<(typeof kinds)[K]>[0]
export type JobOutput<K extends JobKind> = Awaited<ReturnType<(typeof kinds)[K]>>
