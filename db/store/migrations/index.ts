// The explicit list of schema steps, oldest first; a register's `user_version` is the number of steps it has taken.
import { sql as register } from './0001_register'

export const migrations: readonly { name: string; sql: string }[] = [{ name: '0001_register', sql: register }]
export const schemaVersion = migrations.length
