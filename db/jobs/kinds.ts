// Every kind of long work by name, each loaded when its job starts: a thread reads the code of its own work alone. `run.ts` knows only the types,
// so that the registry's own process never loads the readers of outside files.
import type { Job } from './job'

export const kinds = {
  'export-list': async () => (await import('../exchange/export-list')).exportRows,
  'export-table': async () => (await import('../exchange/export-table')).exportTable,
  'check-export': async () => (await import('../exchange/check-export')).checkExport,
  'export-calendar': async () => (await import('../exchange/outward/calendar')).exportCalendar,
  'export-register': async () => (await import('../exchange/outward/dump')).dumpRegister,
  'export-extract': async () => (await import('../exchange/outward/extract')).exportExtract,
  'save-form': async () => (await import('../exchange/export-list')).writeEmptyForm,
  document: async () => (await import('../documents/make')).makeDocument,
  template: async () => (await import('../documents/make')).describeTemplate,
  'save-template': async () => (await import('../documents/make')).writeTemplate,
  'check-template': async () => (await import('../documents/make')).checkTemplate,
  'import-look': async () => (await import('../exchange/import/look')).lookAt,
  'save-rejects': async () => (await import('../exchange/import/rejects')).saveRejects,
  'import-apply': async () => (await import('../exchange/import/apply')).carryOut,
  'import-plan': async () => (await import('../exchange/import/plan')).planImport,
  'book-export': async () => (await import('../exchange/book/export')).exportBook,
  'book-plan': async () => (await import('../exchange/book/plan')).planBook,
  'backup-make': async () => (await import('../backup/make')).makeBackup,
  'backup-lock': async () => (await import('../backup/lock-all')).lockAll,
  'backup-second': async () => {
    const { bringToSecond } = await import('../backup/second')
    return ({ register, now }: { register: string; now: string }, job: Job) => bringToSecond(register, now, job)
  },
  'backup-verify': async () => (await import('../backup/verify')).verifyBackup,
  'backup-compare': async () => (await import('../backup/compare')).compareBackup,
  'backup-drill': async () => (await import('../backup/drill')).drillBackup,
  'backup-restore': async () => (await import('../backup/restore')).prepareRestore,
  'check-log': async () => (await import('../backup/check-log')).checkLog,
  'check-file': async () => {
    const { isSound } = await import('../backup/inspect')
    return ({ register }: { register: string }) => isSound(register)
  },
  'bring-up': async () => {
    const { bringUp } = await import('../store/open')
    return ({ register }: { register: string }, job: Job) => bringUp(register, job)
  },
  recover: async () => (await import('../backup/recover')).recoverRegister,
  'purge-file': async () => {
    const { purgeFile } = await import('../store/redact')
    return ({ register }: { register: string }) => purgeFile(register)
  },
  'replay-recorded': async () => (await import('../store/recorded')).makeRecorded,
}

export type JobKind = keyof typeof kinds
type Work<K extends JobKind> = Awaited<ReturnType<(typeof kinds)[K]>>
export type JobInput<K extends JobKind> = Parameters<Work<K>>[0]
export type JobOutput<K extends JobKind> = Awaited<ReturnType<Work<K>>>
