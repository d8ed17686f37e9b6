// Every English text of the screens.
import type { vi } from '../vi/all'
import type { Words } from '../words'
import { backup } from './backup'
import { capability } from './capability'
import { check } from './check'
import { common } from './common'
import { effects } from './effects'
import { errors } from './errors'
import { figures } from './figures'
import { files } from './files'
import { forms } from './forms'
import { frame } from './frame'
import { importReading } from './importReading'
import { imports } from './imports'
import { journal } from './journal'
import { labPage } from './labPage'
import { labs } from './labs'
import { many } from './many'
import { overview } from './overview'
import { records } from './records'
import { recovery } from './recovery'
import { scope } from './scope'
import { settings } from './settings'
import { start } from './start'
import { status } from './status'
import { tasks } from './tasks'
import { terms } from './terms'
import { trash } from './trash'
import { twins } from './twins'
import { views } from './views'

export const en: Words<typeof vi> = {
  backup,
  capability,
  check,
  common,
  effects,
  errors,
  figures,
  files,
  forms,
  frame,
  importReading,
  imports,
  journal,
  labPage,
  labs,
  many,
  overview,
  records,
  recovery,
  scope,
  settings,
  start,
  status,
  tasks,
  terms,
  trash,
  twins,
  views,
}
