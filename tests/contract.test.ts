// The surface of the registry: exactly these calls, each open to exactly these roles. A new call is added here on purpose or not at all.
import { describe, expect, it } from 'vitest'
import { contract } from '../db/contract'
import type { Entry } from '../db/contract/entry'

const entries = Object.entries(contract) as [string, Entry][]

describe('the contract', () => {
  it('holds these calls and no other', () => {
    expect(Object.keys(contract).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'accreditations.explain',
      'accreditations.rows',
      'accreditations.save',
      'accreditations.saveMany',
      'accreditations.sharing',
      'accreditations.status',
      'annexes.compare',
      'annexes.get',
      'annexes.save',
      'attachments.add',
      'attachments.check',
      'attachments.of',
      'attachments.read',
      'attachments.redact',
      'attachments.save',
      'attachments.saveCopy',
      'backups.compare',
      'backups.drill',
      'backups.list',
      'backups.make',
      'backups.restore',
      'backups.setPassphrase',
      'backups.setSecond',
      'backups.unlock',
      'backups.verify',
      'capability.find',
      'changes.list',
      'changes.redact',
      'changes.redactionPlan',
      'changes.redo',
      'changes.restore',
      'changes.restorePlan',
      'changes.sets',
      'changes.undo',
      'changes.undoable',
      'codes.parse',
      'dates.parse',
      'decisions.find',
      'decisions.save',
      'documents.make',
      'documents.resetTemplate',
      'documents.saveTemplate',
      'documents.takeTemplate',
      'documents.template',
      'drafts.list',
      'drafts.put',
      'errors.report',
      'evidence.save',
      'exchange.bookCommit',
      'exchange.bookPreview',
      'exchange.checkExport',
      'exchange.exportBook',
      'exchange.exportCalendar',
      'exchange.exportExtract',
      'exchange.exportList',
      'exchange.exportRegister',
      'exchange.exportTable',
      'exchange.importCommit',
      'exchange.importLook',
      'exchange.importPreview',
      'exchange.imports',
      'exchange.saveForm',
      'exchange.saveRejects',
      'figures.evaluate',
      'figures.list',
      'jobs.cancel',
      'labs.get',
      'labs.groups',
      'labs.list',
      'labs.merge',
      'labs.rows',
      'labs.save',
      'labs.saveMany',
      'organizations.get',
      'organizations.list',
      'organizations.names',
      'organizations.save',
      'overview.get',
      'people.add',
      'people.change',
      'people.changePassword',
      'people.door',
      'people.list',
      'people.resetPassword',
      'people.signIn',
      'people.signOut',
      'records.restore',
      'records.trash',
      'reference.get',
      'register.check',
      'register.checkLog',
      'register.create',
      'register.findFingerprint',
      'register.info',
      'register.open',
      'register.openRecent',
      'register.recent',
      'register.recordedAt',
      'register.recover',
      'register.recovery',
      'reports.check',
      'reports.checkText',
      'scope.list',
      'scope.save',
      'scope.saveMany',
      'settings.get',
      'settings.set',
      'sites.save',
      'status.evaluate',
      'support.preview',
      'support.save',
      'surveillance.save',
      'tasks.list',
      'tasks.snooze',
      'terms.list',
      'terms.save',
      'trash.list',
      'twins.dismiss',
      'twins.list',
      'twins.of',
      'views.list',
      'views.save',
    ])
  })

  it('lets a viewer change nothing but which register is open and the own password', () => {
    const writes = entries.filter(([, { kind, allow }]) => kind === 'write' && allow.includes('viewer'))
    expect(writes.map(([name]) => name)).toEqual(['register.open', 'register.openRecent', 'people.changePassword'])
  })

  it('lets an inspector add evidence and files and nothing else that a viewer may not', () => {
    const more = entries.filter(([, { allow }]) => allow.includes('inspector') && !allow.includes('viewer'))
    expect(more.map(([name]) => name)).toEqual(['evidence.save', 'attachments.add'])
  })

  it('lets an administrator do everything', () => {
    expect(entries.filter(([, { allow }]) => !allow.includes('admin'))).toEqual([])
  })

  it('refuses an unknown field in every input, and takes only grants for files', () => {
    for (const [name, { input }] of entries) {
      const { error } = input.safeParse({ notAField: 1 })
      expect([name, error?.issues.some(({ code }) => code === 'unrecognized_keys')]).toEqual([name, true])
    }
    const withFile = entries.filter(([, { input }]) =>
      JSON.stringify(Object.keys((input as { shape?: object }).shape ?? {})).includes('"file"'),
    )
    expect(withFile.map(([name]) => name)).toEqual([
      'register.check',
      'register.open',
      'exchange.exportList',
      'exchange.exportTable',
      'exchange.checkExport',
      'exchange.exportCalendar',
      'exchange.exportRegister',
      'exchange.exportExtract',
      'exchange.saveForm',
      'exchange.importLook',
      'exchange.importPreview',
      'exchange.importCommit',
      'exchange.saveRejects',
      'exchange.exportBook',
      'exchange.bookPreview',
      'exchange.bookCommit',
      'documents.make',
      'documents.saveTemplate',
      'documents.takeTemplate',
      'attachments.add',
      'attachments.saveCopy',
      'support.save',
    ])
    for (const [name, { input }] of withFile) {
      for (const path of ['/etc/passwd', 'C:\\sổ.scn', 'grant:', 'grant:../../etc/passwd', '']) {
        const problems = input.safeParse({ file: path }).error?.issues.map((issue) => issue.path.join('.')) ?? []
        expect([name, path, problems.includes('file')]).toEqual([name, path, true])
      }
    }
  })
})
