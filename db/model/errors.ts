// The one error that crosses the registry's border. Texts are chosen by code where they are shown (renderer/texts, cli); the message here is for logs.
export const errorCodes = [
  'invalid_input',
  'unknown_call',
  'signed_out',
  'forbidden',
  'read_only',
  'no_register',
  'not_found',
  'conflict',
  'duplicate',
  'in_use',
  'bad_dates',
  'file_exists',
  'file_missing',
  /** the open register's file was moved, renamed or removed */
  'register_moved',
  'file_locked',
  'not_a_register',
  'newer_register',
  'damaged_register',
  'bad_file',
  'wrong_encoding',
  'too_large',
  'file_changed',
  'bad_place',
  'bad_grant',
  'cancelled',
  'disk_full',
  /** a locked backup, or one to be made under a passphrase, and its key is not known here */
  'passphrase_needed',
  'wrong_passphrase',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** What a field's check says: `rule` is a key of the rule texts; a conflict carries both values and who wrote theirs, when. */
export interface FieldProblem {
  field: string
  /** the record that a conflict is in: a save may change several */
  record?: string
  rule: string
  params?: Record<string, string | number>
  base?: unknown
  yours?: unknown
  theirs?: unknown
  by?: string
  at?: string
}

export interface ErrorReply {
  code: ErrorCode
  message: string
  fields?: FieldProblem[]
  /** short number to read out on the telephone; the log line carries the same */
  number?: string
}

export class RegistryError extends Error {
  readonly code: ErrorCode
  readonly fields: FieldProblem[] | undefined
  constructor(code: ErrorCode, message: string, fields?: FieldProblem[]) {
    super(message)
    this.name = 'RegistryError'
    this.code = code
    this.fields = fields
  }
  toReply(): ErrorReply {
    return { code: this.code, message: this.message, ...(this.fields ? { fields: this.fields } : {}) }
  }
}

export type Reply<T> = { ok: true; value: T } | { ok: false; error: ErrorReply }
