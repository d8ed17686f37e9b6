// The exchange calls: each runs its long part as a job in a worker and does only what must happen in the registry itself.
import { existsSync, realpathSync } from 'node:fs'
import type { CallContext } from '../call-context'
import type { Output, Parsed } from '../contract'
import { inJob } from '../jobs/in-job'
import { RegistryError } from '../model/errors'

/** A file from outside is read for so long. */
const CHECK_MS = 120_000

/** Where a file may be written. A register is more than one file; none of them is ever written over. */
export function ownPath(context: CallContext, file: string): string {
  const path = context.path(file, 'write')
  if (existsSync(path) && realpathSync(path).startsWith(realpathSync(context.register.file)))
    throw new RegistryError('bad_file', 'the register itself', [{ field: 'file', rule: 'file.is_register' }])
  return path
}

export async function exportList(
  context: CallContext,
  input: Parsed<'exchange.exportList'>,
): Promise<Output<'exchange.exportList'>> {
  const { file, format, columns, language, day, conditions, closed, ...query } = input
  const path = ownPath(context, file)
  const register = context.register.file
  return inJob(context, 'exchange.exportList', 'export-list', {
    input: {
      register,
      path,
      format,
      query,
      day: day ?? context.today,
      language: language ?? 'vi',
      columns: columns ?? null,
      conditions: conditions ?? null,
      closed: closed ?? [],
      made: context.now,
      app: context.version,
    },
  })
}

/** Days before an end or a visit on which a calendar reminds, unless told. */
const REMIND = [90, 30, 7]

export function saveCalendar(
  context: CallContext,
  { file, day, language, remind }: Parsed<'exchange.exportCalendar'>,
): Promise<Output<'exchange.exportCalendar'>> {
  return inJob(context, 'exchange.exportCalendar', 'export-calendar', {
    input: {
      register: context.register.file,
      path: ownPath(context, file),
      day: day ?? context.today,
      now: context.now,
      language: language ?? 'vi',
      remind: remind ?? REMIND,
    },
  })
}

export function saveDump(
  context: CallContext,
  { file }: Parsed<'exchange.exportRegister'>,
): Promise<Output<'exchange.exportRegister'>> {
  return inJob(context, 'exchange.exportRegister', 'export-register', {
    input: {
      register: context.register.file,
      path: ownPath(context, file),
      day: context.today,
      now: context.now,
      version: context.version,
    },
  })
}

export function saveExtract(
  context: CallContext,
  { file, format, day, language }: Parsed<'exchange.exportExtract'>,
): Promise<Output<'exchange.exportExtract'>> {
  return inJob(context, 'exchange.exportExtract', 'export-extract', {
    input: {
      register: context.register.file,
      path: ownPath(context, file),
      format,
      day: day ?? context.today,
      now: context.now,
      version: context.version,
      language: language ?? 'vi',
    },
  })
}

export function saveForm(
  context: CallContext,
  { file, language }: Parsed<'exchange.saveForm'>,
): Promise<Output<'exchange.saveForm'>> {
  return inJob(context, 'exchange.saveForm', 'save-form', {
    input: { path: ownPath(context, file), language: language ?? 'vi' },
  })
}

export function exportTable(
  context: CallContext,
  { file, ...table }: Parsed<'exchange.exportTable'>,
): Promise<Output<'exchange.exportTable'>> {
  const path = ownPath(context, file)
  return inJob(context, 'exchange.exportTable', 'export-table', {
    input: {
      ...table,
      register: context.register.file,
      path,
      day: table.day ?? context.today,
      language: table.language ?? 'vi',
      made: context.now,
      app: context.version,
    },
  })
}

export function checkExport(
  context: CallContext,
  { file, language }: Parsed<'exchange.checkExport'>,
): Promise<Output<'exchange.checkExport'>> {
  const input = { path: context.path(file, 'read'), register: context.register.file, language: language ?? 'vi' }
  return inJob(context, 'exchange.checkExport', 'check-export', { input, mostMs: CHECK_MS })
}
