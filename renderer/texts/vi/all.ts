// Every Vietnamese text of the screens, one file per area. Vietnamese is the original: its keys are the keys there are.
import { common } from './common'
import { errors } from './errors'
import { frame } from './frame'
import { labPage } from './labPage'
import { labs } from './labs'
import { records } from './records'
import { status } from './status'

export const vi = { common, errors, frame, labPage, labs, records, status }
