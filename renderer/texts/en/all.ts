// Every English text of the screens.
import type { vi } from '../vi/all'
import type { Words } from '../words'
import { capability } from './capability'
import { check } from './check'
import { common } from './common'
import { effects } from './effects'
import { errors } from './errors'
import { figures } from './figures'
import { forms } from './forms'
import { frame } from './frame'
import { importReading } from './importReading'
import { imports } from './imports'
import { journal } from './journal'
import { labPage } from './labPage'
import { labs } from './labs'
import { overview } from './overview'
import { records } from './records'
import { scope } from './scope'
import { settings } from './settings'
import { start } from './start'
import { status } from './status'
import { tasks } from './tasks'
import { terms } from './terms'
import { trash } from './trash'
import { views } from './views'

export const en: Words<typeof vi> = {
  capability,
  check,
  common,
  effects,
  errors,
  figures,
  forms,
  frame,
  importReading,
  imports,
  journal,
  labPage,
  labs,
  overview,
  records,
  scope,
  settings,
  start,
  status,
  tasks,
  terms,
  trash,
  views,
}
