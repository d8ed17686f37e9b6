// Every English text of the screens.
import type { vi } from '../vi/all'
import type { Words } from '../words'
import { common } from './common'
import { errors } from './errors'
import { frame } from './frame'
import { labPage } from './labPage'
import { labs } from './labs'
import { records } from './records'
import { status } from './status'

export const en: Words<typeof vi> = { common, errors, frame, labPage, labs, records, status }
