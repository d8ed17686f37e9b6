// Every kind of long work by name. This table is bundled into the worker; `run.ts` knows only its types, so that the registry's own
// process never loads the readers of outside files.
import { exportRows, writeEmptyForm, type ExportJob, type FormJob } from '../exchange/export-list'
import { lookAt, type LookJob } from '../exchange/import/look'
import { planImport, type ImportJob } from '../exchange/import/plan'
import { saveRejects, type RejectsJob } from '../exchange/import/rejects'
import { replayRecorded, type RecordedJob } from '../store/recorded'
import type { Job } from './job'

export const kinds = {
  'export-list': (input: ExportJob, job: Job) => exportRows(input, job),
  'save-form': (input: FormJob) => writeEmptyForm(input),
  'import-look': (input: LookJob, job: Job) => lookAt(input, job),
  'save-rejects': (input: RejectsJob, job: Job) => saveRejects(input, job),
  'import-plan': (input: ImportJob, job: Job) => planImport(input, job),
  'replay-recorded': (input: RecordedJob, job: Job) => replayRecorded(input, job),
}

export type JobKind = keyof typeof kinds
export type JobInput<K extends JobKind> = Parameters<(typeof kinds)[K]>[0]
export type JobOutput<K extends JobKind> = Awaited<ReturnType<(typeof kinds)[K]>>
