// Starts long work in a worker thread of its own, tells its progress, stops it when asked, when it takes too long or too much memory.
import { Worker } from 'node:worker_threads'
import { RegistryError } from '../model/errors'
import { stopped } from './job'
import type { JobInput, JobKind, JobOutput } from './kinds'
import { toError, type FromWorker, type Start } from './messages'

export interface RunOptions {
  /** the built worker */
  workerFile: string
  onProgress?: (done: number, total: number | null) => void
  signal?: AbortSignal
  /** Throws too_large after so long; without it the job may take its time. */
  mostMs?: number
  /** heap of the worker; Throws too_large beyond it */
  mostMb?: number
  /** nobody waits for it */
  behind?: boolean
}

/** A job that does not see its stop mark within this time (inside one long step) is ended from outside. */
const GRACE_MS = 2_000
const MOST_MB = 1_536
/** Room for what is soon forgotten, a row and its texts: unless told, a thread takes several times as much before it clears up. */
const YOUNG_MB = 64

/** Runs a job to its end. Rejects with what it threw, with cancelled after an abort, with too_large over time or memory. */
export function runJob<K extends JobKind>(kind: K, input: JobInput<K>, options: RunOptions): Promise<JobOutput<K>> {
  const { signal, mostMs, mostMb = MOST_MB, workerFile, onProgress, behind = false } = options
  if (signal?.aborted) return Promise.reject(stopped())
  const stop = new SharedArrayBuffer(4)
  const start: Start = { kind, input, stop, behind }
  const worker = new Worker(workerFile, {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: mostMb, maxYoungGenerationSizeMb: YOUNG_MB },
  })
  return new Promise<JobOutput<K>>((resolve, reject) => {
    const timers: NodeJS.Timeout[] = []
    const end = (settle: () => void): void => {
      for (const timer of timers) clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      settle()
      void worker.terminate()
    }
    const onAbort = (): void => {
      Atomics.store(new Int32Array(stop), 0, 1)
      timers.push(setTimeout(() => end(() => reject(stopped())), GRACE_MS))
    }
    signal?.addEventListener('abort', onAbort)
    if (mostMs !== undefined)
      timers.push(setTimeout(() => end(() => reject(over('file.too_slow', Math.round(mostMs / 1000)))), mostMs))
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') onProgress?.(message.done, message.total)
      else if (message.type === 'done') end(() => resolve(message.value as JobOutput<K>))
      else end(() => reject(toError(message)))
    })
    worker.on('error', (error: Error & { code?: string }) =>
      end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? over('file.too_much_memory', mostMb) : error)),
    )
    worker.on('exit', (code) => end(() => reject(new Error(`job ${kind} ended without an answer, exit code ${code}`))))
  })
}

const over = (rule: string, max: number): RegistryError =>
  new RegistryError('too_large', rule, [{ field: 'file', rule, params: { max } }])
