// The explicit list of schema steps, oldest first; a register's `user_version` is the number of steps it has taken.
import { sql as register } from './0001_register'
import { sql as twinVerdict } from './0002_twin_verdict'
import { sql as smaller } from './0003_smaller'

export const migrations: readonly { name: string; sql: string }[] = [
  { name: '0001_register', sql: register },
  { name: '0002_twin_verdict', sql: twinVerdict },
  { name: '0003_smaller', sql: smaller },
]
export const schemaVersion = migrations.length
