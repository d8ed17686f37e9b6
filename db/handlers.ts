// name → function, one line each. Inputs are parsed, roles checked; what takes more than a line lives in store/ or exchange/.
import * as backup from './backup/calls'
import { setPassphrase, unlockBackups } from './backup/passphrase-calls'
import { planRedaction, redactFile, redactValue } from './backup/redact-calls'
import { backupAt, bringBack } from './backup/bring'
import { checkWholeLog, recover, recoveryPlan } from './backup/recovery-calls'
import type { CallContext } from './call-context'
import type { CallName, Output, Parsed } from './contract'
import * as documents from './documents/calls'
import { addAttachment, attachmentsOf, checkAttachments, copyAttachment, readAttachment } from './exchange/attachments'
import { bookCommit, bookPreview, exportBook } from './exchange/book/calls'
import { checkExport, exportList, exportTable, saveCalendar, saveDump, saveExtract, saveForm } from './exchange/calls'
import { importCommit, importLook, importPreview, pastImports, saveRejects } from './exchange/import-calls'
import { RegistryError } from './model/errors'
import { autoLockOf } from './model/people'
import * as people from './people/calls'
import { parseDecisionNumber } from './model/codes/decision'
import { parseCode } from './model/codes/parse'
import { readingOf } from './model/dates/reading'
import { judge } from './model/status/judge'
import { listAccounts } from './store/accounts'
import { explainAccreditation, explainStatus } from './store/accreditations'
import { annexContents, compareAnnexes, saveRows } from './store/annexes'
import type { OpenedRegister, RegisterInfo } from './model/shapes/register'
import type { Saved } from './model/shapes/answer'
import { byRow, type Home } from './store/by-row'
import { listSets, shownSet } from './store/change-sets'
import { checkReport } from './store/check/report'
import { checkText } from './store/check/text'
import { findCapability } from './store/capability'
import { ridOf } from './store/columns'
import { currentSeq, prepare, type ReadDb } from './store/database'
import { listChanges, listTrash, restore, trash } from './store/history'
import { labPage, listOrganizations, organizationPage } from './store/lab-page'
import { labsPage } from './store/lab-groups'
import { mergeLabs } from './store/merge-labs'
import { localValue } from './store/local'
import { findPrinted, fingerprint } from './store/log'
import { accreditationRows, labHome, labRows, ownerNames, saveAccreditations, saveLabs } from './store/many'
import { momentAt } from './store/recorded'
import { namedStandard, reference } from './store/reference'
import { findDecisions } from './store/decision-pages'
import { sharingCode } from './store/sharing'
import { saveDecision } from './store/save-decision'
import { refuseSavedBefore, saveAccreditation, saveLab, saveOrganization, saveRecord } from './store/saves'
import { listScope } from './store/scope'
import { putSetting, settings } from './store/settings'
import { snooze } from './store/tasks'
import { listTerms, saveTerm } from './store/terms'
import { restorePlan, restoreValues } from './store/restore'
import { takeBack, undoable } from './store/undo'
import { tellApart, twinsTyped } from './store/twins'
import { listViews, saveView } from './store/views'
import type { Tx } from './store/write'
import { previewSupport, saveSupport } from './support'

type Handler<N extends CallName> = (context: CallContext, input: Parsed<N>) => Output<N> | Promise<Output<N>>

const on = (context: CallContext, input: { day?: string | undefined }): string => input.day ?? context.today

/** A save as one set: `fn` returns the record's id. A new record that the log knows already is refused. */
async function saved(
  context: CallContext,
  { reason, newId }: { reason?: string | undefined; newId?: string | undefined },
  fn: (tx: Tx) => string,
): Promise<Saved> {
  const once = (tx: Tx): string => (refuseSavedBefore(tx.db, newId), fn(tx))
  const { value, seq, set } = await context.write(once, reason ? { reason } : {})
  return { id: value, seq, set }
}

async function takenBack(
  context: CallContext,
  kind: 'undo' | 'redo',
  { set, keepTheirs = false }: Parsed<'changes.undo'>,
): Promise<Output<'changes.undo'>> {
  const written = await context.write((tx) => takeBack(tx, { set, kind, keepTheirs }, context.now), {
    kind,
    undoes: set,
  })
  return { seq: written.seq, set: written.set, of: shownSet(db(context), written.value) }
}

type Counts = Pick<RegisterInfo, 'labs' | 'savedAt' | 'schema' | 'sqlite'>
const COUNTS = `SELECT (SELECT count(*) FROM laboratory WHERE trashed_at IS NULL) AS labs, (SELECT max(committed_at) FROM change_set) AS savedAt, (SELECT user_version FROM pragma_user_version) AS schema, sqlite_version() AS sqlite`

function registerInfo(context: CallContext): RegisterInfo {
  const { db, readOnly } = context.register
  const counts = prepare<[], Counts>(db, COUNTS).get()!
  const { role, actor, account } = context.session.who()
  if (role === null) throw new RegistryError('signed_out', 'sign in first')
  const known = listAccounts(context.living.db).flatMap(({ name, display }) =>
    display === null ? [] : [[name, display] as const],
  )
  return {
    id: localValue(db, 'register_id'),
    name: localValue(db, 'register_name'),
    kind: localValue(db, 'register_kind'),
    file: context.fileName(),
    readOnly,
    role,
    actor,
    account,
    people: Object.fromEntries(known),
    autoLock: account === null ? null : autoLockOf(settings(context.living.db)['auto_lock']),
    createdAt: localValue(db, 'created_at'),
    today: context.today,
    seq: currentSeq(db),
    fingerprint: fingerprint(db),
    ...counts,
  }
}

/** Of a register just opened; whoever has to sign in there learns its name only. */
function openedInfo(context: CallContext): OpenedRegister {
  if (context.session.who().role !== null) return registerInfo(context)
  const { db, readOnly } = context.register
  return { name: localValue(db, 'register_name'), file: context.fileName(), readOnly }
}

/** A save of rows as one set; its conflicts are told by row. */
async function savedRows<T>(
  context: CallContext,
  { reason, rows }: { reason?: string | undefined; rows: readonly { id?: string | undefined }[] },
  fn: (tx: Tx) => T,
  home?: Home,
): Promise<{ value: T; seq: number }> {
  try {
    return await context.write(fn, reason ? { reason } : {})
  } catch (error) {
    throw byRow(error, rows, home)
  }
}

async function saveScope(context: CallContext, input: Parsed<'scope.saveMany'>): Promise<Output<'scope.saveMany'>> {
  const { value, seq } = await savedRows(context, input, (tx) => saveRows(tx, input, context.now))
  return { ids: value, seq }
}

const db = (context: CallContext): ReadDb => context.register.db

export const handlers: { [N in CallName]: Handler<N> } = {
  'register.info': registerInfo,
  'register.create': async (context, input) => {
    await context.create(input)
    return registerInfo(context)
  },
  'register.check': (context, { file }) => context.check(context.path(file, 'read')),
  'register.open': async (context, { file, copy, passphrase }) => {
    const path = context.path(file, 'read')
    const manifest = backupAt(path)
    if (manifest === null) await context.open(path, { copy })
    else await bringBack(context, { path, manifest, passphrase })
    return openedInfo(context)
  },
  'register.recent': (context) => context.recents(),
  'register.openRecent': async (context, { id }) => {
    await context.openRecent(id)
    return openedInfo(context)
  },
  'register.recordedAt': (context, { at }) => momentAt(db(context), at),

  'labs.list': (context, query) => labsPage(db(context), query, on(context, query)),
  'labs.groups': (context, input) => context.readWhole({ name: 'labs.groups', input }),
  'labs.get': (context, input) => labPage(db(context), input.id, on(context, input)),
  'labs.save': (context, input) =>
    saved(context, input, (tx) => saveLab(tx, input, { day: context.today, instant: context.now })),
  'labs.saveMany': async (context, input) => {
    await backup.backUpBeforeMany(context, 'labs.saveMany', input.rows.length)
    const now = { day: context.today, instant: context.now }
    const { seq } = await savedRows(context, input, (tx) => saveLabs(tx, input, now), labHome(db(context)))
    return { seq }
  },
  'labs.rows': (context, { ids }) => labRows(db(context), ids, context.today),
  'organizations.names': (context) => ownerNames(db(context), context.today),
  'organizations.list': (context, query) => listOrganizations(db(context), query, context.today),
  'organizations.get': (context, input) => organizationPage(db(context), input.id, on(context, input)),
  'organizations.save': (context, input) => saved(context, input, (tx) => saveOrganization(tx, input, context.today)),
  'sites.save': (context, input) => saved(context, input, (tx) => saveRecord(tx, 'site', input)),

  'accreditations.save': (context, input) => saved(context, input, (tx) => saveAccreditation(tx, input, context.now)),
  'accreditations.saveMany': async (context, input) => {
    await backup.backUpBeforeMany(context, 'accreditations.saveMany', input.rows.length)
    const { seq } = await savedRows(context, input, (tx) => saveAccreditations(tx, input, context.now))
    return { seq }
  },
  'accreditations.rows': (context, { laboratories }) => accreditationRows(db(context), laboratories, context.today),
  'accreditations.status': (context, input) =>
    explainStatus(db(context), ridOf(db(context), 'accreditation', input.id), on(context, input)),
  'decisions.save': (context, input) => saved(context, input, (tx) => saveDecision(tx, input, context.now)),
  'annexes.save': (context, input) => saved(context, input, (tx) => saveRecord(tx, 'annex', input)),
  'scope.list': (context, query) => listScope(db(context), query, on(context, query)),
  'scope.save': (context, input) => saved(context, input, (tx) => saveRecord(tx, 'scope_line', input)),
  'capability.find': (context, query) => findCapability(db(context), query, on(context, query)),
  'evidence.save': (context, input) => saved(context, input, (tx) => saveRecord(tx, 'evidence', input)),

  'records.trash': (context, { entity, id }) => saved(context, {}, (tx) => (trash(tx, entity, id, context.now), id)),
  'records.restore': (context, { entity, id }) => saved(context, {}, (tx) => (restore(tx, entity, id), id)),
  'trash.list': (context) => listTrash(db(context)),
  'changes.list': (context, query) => listChanges(db(context), query),
  'changes.sets': (context, query) => listSets(db(context), query),
  'changes.undoable': (context) => undoable(db(context), context.actor),
  'changes.undo': (context, input) => takenBack(context, 'undo', input),
  'changes.redo': (context, input) => takenBack(context, 'redo', input),
  'changes.restorePlan': (context, input) => restorePlan(db(context), input),
  'changes.restore': async (context, input) => {
    const about = { kind: 'restore' as const, ...(input.reason ? { reason: input.reason } : {}) }
    const { value, seq, set } = await context.write((tx) => restoreValues(tx, input, context.now), about)
    return { seq, set, changed: value }
  },

  'changes.redactionPlan': (context, input) => planRedaction(context, input),
  'changes.redact': (context, input) => redactValue(context, input),

  'overview.get': (context, input) => context.readWhole({ name: 'overview.get', input }),
  'reference.get': (context) => reference(db(context), context.today),
  'settings.get': (context) => settings(db(context)),
  'settings.set': (context, { key, value }) => saved(context, {}, (tx) => putSetting(tx, key, value)),

  'errors.report': (context, { number, text }) => {
    context.note(number, text)
    return null
  },
  'drafts.list': ({ profile, account }) => profile.drafts(account?.id ?? null),
  'drafts.put': ({ profile, account, now }, { key, value }) => {
    profile.putDraft(account?.id ?? null, { key, value, at: now })
    return null
  },

  'attachments.of': attachmentsOf,
  'attachments.add': addAttachment,
  'attachments.save': (context, input) => saved(context, input, (tx) => saveRecord(tx, 'attachment_link', input)),
  'attachments.redact': (context, input) => redactFile(context, input),
  'attachments.check': checkAttachments,
  'attachments.read': readAttachment,
  'attachments.saveCopy': copyAttachment,
  'people.door': people.door,
  'people.signIn': people.signIn,
  'people.signOut': people.signOut,
  'people.list': people.list,
  'people.add': people.add,
  'people.change': people.change,
  'people.resetPassword': people.resetPassword,
  'people.changePassword': people.changePassword,

  'exchange.exportList': exportList,
  'exchange.exportTable': exportTable,
  'exchange.checkExport': checkExport,
  'exchange.exportCalendar': saveCalendar,
  'exchange.exportRegister': saveDump,
  'exchange.exportExtract': saveExtract,
  'exchange.saveForm': saveForm,
  'exchange.exportBook': exportBook,
  'exchange.bookPreview': bookPreview,
  'exchange.bookCommit': bookCommit,
  'exchange.importPreview': importPreview,
  'exchange.importLook': importLook,
  'exchange.importCommit': importCommit,
  'exchange.saveRejects': saveRejects,
  'exchange.imports': (context) => pastImports(context.register.db),
  'documents.make': documents.makeDocument,
  'documents.template': documents.template,
  'documents.saveTemplate': documents.saveTemplate,
  'documents.takeTemplate': documents.takeTemplate,
  'documents.resetTemplate': documents.resetTemplate,
  'status.evaluate': (context, input) =>
    judge(input, input.standard ? namedStandard(db(context), input.standard) : null, on(context, input)),
  'accreditations.explain': (context, input) =>
    explainAccreditation(db(context), input.id, { day: on(context, input), language: input.language ?? 'vi' }),
  'codes.parse': (_context, { text, scheme }) => ({
    code: parseCode(text, scheme === undefined ? {} : { scheme }),
    decision: parseDecisionNumber(text),
  }),
  'dates.parse': (_context, { text }) => readingOf(text),
  'reports.check': (context, input) => checkReport(db(context), input, context.today),
  'reports.checkText': (context, input) => checkText(db(context), input, context.today),
  'figures.list': (context, input) => context.readWhole({ name: 'figures.list', input }),
  'figures.evaluate': (context, input) => context.readWhole({ name: 'figures.evaluate', input }),
  'tasks.list': (context, input) => context.readWhole({ name: 'tasks.list', input }),
  'tasks.snooze': (context, input) =>
    saved(context, {}, (tx) => snooze(tx, input, { day: context.today, instant: context.now })),
  'surveillance.save': (context, input) => saved(context, input, (tx) => saveRecord(tx, 'surveillance', input)),
  'annexes.get': (context, { id }) => annexContents(db(context), id),
  'annexes.compare': (context, pair) => compareAnnexes(db(context), pair),
  'scope.saveMany': saveScope,
  'accreditations.sharing': (context, input) => sharingCode(db(context), input, context.today),
  'decisions.find': (context, { text }) => findDecisions(db(context), text),
  'terms.list': (context, { text }) => listTerms(db(context), text),
  'terms.save': (context, input) => saved(context, input, (tx) => saveTerm(tx, input)),
  'views.list': (context, { area }) => listViews(db(context), area),
  'views.save': (context, input) => saved(context, input, (tx) => saveView(tx, input)),
  'twins.of': (context, typed) => twinsTyped(db(context), typed, context.today),
  'twins.list': (context, input) => context.readWhole({ name: 'twins.list', input }),
  'twins.dismiss': (context, input) => saved(context, {}, (tx) => tellApart(tx, input, context.now)),
  'labs.merge': (context, input) =>
    saved(context, { reason: input.reason ?? undefined }, (tx) =>
      mergeLabs(tx, input, { day: context.today, instant: context.now }),
    ),
  'backups.list': (context) => backup.listed(context),
  'backups.make': (context) => backup.makeNow(context),
  'backups.verify': (context, input) => backup.verifyOne(context, input),
  'backups.compare': (context, input) => backup.compareOne(context, input),
  'backups.restore': (context, input) => backup.restoreOne(context, input),
  'backups.drill': (context) => backup.drill(context),
  'backups.setPassphrase': (context, input) => setPassphrase(context, input),
  'backups.unlock': (context, input) => unlockBackups(context, input),
  'backups.setSecond': (context, input) => backup.setSecond(context, input),
  'register.checkLog': (context) => checkWholeLog(context),
  'register.findFingerprint': (context, { printed }) => findPrinted(context.living.db, printed),
  'register.recovery': (context) => recoveryPlan(context),
  'register.recover': recover,
  'support.preview': (context, input) => previewSupport(context, input),
  'support.save': (context, input) => saveSupport(context, input),
  'jobs.cancel': (context, { job }) => {
    context.running.get(job)?.abort()
    return null
  },
}
