// Every English text of the screens.
import type { vi } from '../vi/all'
import type { Words } from '../words'
import { backup } from './backup'
import { capability } from './capability'
import { check } from './check'
import { common } from './common'
import { documents } from './documents'
import { effects } from './effects'
import { errors } from './errors'
import { exporting } from './exports'
import { figures } from './figures'
import { files } from './files'
import { forms } from './forms'
import { frame } from './frame'
import { grouping } from './grouping'
import { importReading } from './importReading'
import { imports } from './imports'
import { journal } from './journal'
import { labPage } from './labPage'
import { labs } from './labs'
import { many } from './many'
import { outputs } from './outputs'
import { overview } from './overview'
import { people } from './people'
import { records } from '../../../db/model/texts/en/records'
import { recovery } from './recovery'
import { redact } from './redact'
import { scope } from './scope'
import { settings } from './settings'
import { start } from './start'
import { status } from './status'
import { support } from './support'
import { tabs } from './tabs'
import { tasks } from './tasks'
import { terms } from './terms'
import { trash } from './trash'
import { twins } from './twins'
import { views } from './views'
import { workbook } from './workbook'

export const en: Words<typeof vi> = {
  backup,
  capability,
  check,
  common,
  documents,
  effects,
  errors,
  exports: exporting,
  figures,
  files,
  forms,
  frame,
  grouping,
  importReading,
  imports,
  journal,
  labPage,
  labs,
  many,
  outputs,
  overview,
  people,
  records,
  recovery,
  redact,
  scope,
  settings,
  start,
  status,
  support,
  tabs,
  tasks,
  terms,
  trash,
  twins,
  views,
  workbook,
}
