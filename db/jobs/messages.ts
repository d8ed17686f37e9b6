// What the worker and its starter say to each other. Errors lose their class on the way, so they travel as plain data.
import { RegistryError, type ErrorReply } from '../model/errors'
import { fromSystem } from '../system-errors'
import type { JobKind } from './kinds'

export interface Start {
  /** 'reads': no job, the thread answers questions until it is ended */
  kind: JobKind | 'reads'
  input: unknown
  /** one shared integer: 1 asks the job to stop */
  stop: SharedArrayBuffer
  /** nobody waits for it: whoever types or scrolls goes before it */
  behind?: boolean
}

export type FromWorker =
  | { type: 'progress'; done: number; total: number | null }
  | { type: 'done'; value: unknown }
  | { type: 'failed'; reply: ErrorReply }
  | { type: 'crashed'; message: string; stack: string | undefined }

export function toMessage(error: unknown): FromWorker {
  const known = error instanceof RegistryError ? error : fromSystem(error)
  if (known) return { type: 'failed', reply: known.toReply() }
  return error instanceof Error
    ? { type: 'crashed', message: error.message, stack: error.stack }
    : { type: 'crashed', message: String(error), stack: undefined }
}

export function toError(message: Extract<FromWorker, { type: 'failed' | 'crashed' }>): Error {
  if (message.type === 'failed')
    return new RegistryError(message.reply.code, message.reply.message, message.reply.fields)
  const error = new Error(message.message)
  if (message.stack !== undefined) error.stack = message.stack
  return error
}
