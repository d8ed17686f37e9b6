// Every English text of the screens.
import type { vi } from '../vi/all'
import type { Words } from '../words'
import { common } from './common'
import { effects } from './effects'
import { errors } from './errors'
import { forms } from './forms'
import { frame } from './frame'
import { imports } from './imports'
import { journal } from './journal'
import { labPage } from './labPage'
import { labs } from './labs'
import { overview } from './overview'
import { records } from './records'
import { settings } from './settings'
import { start } from './start'
import { status } from './status'
import { trash } from './trash'

export const en: Words<typeof vi> = {
  common,
  effects,
  errors,
  forms,
  frame,
  imports,
  journal,
  labPage,
  labs,
  overview,
  records,
  settings,
  start,
  status,
  trash,
}
