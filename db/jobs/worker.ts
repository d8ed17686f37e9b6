// The worker thread's entry: runs one job and ends, or answers reads until it is ended. Built to out/main/worker.js.
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { kinds, type JobKind } from './kinds'
import { stopped, type Job } from './job'
import { toMessage, type FromWorker, type Start } from './messages'

const PROGRESS_EVERY_MS = 100

/** Only Linux gives a thread a priority of its own; elsewhere it would be the whole registry's. */
const LATER = 15

async function work({ kind, input, stop, behind }: Start & { kind: JobKind }): Promise<unknown> {
  if (behind === true && process.platform === 'linux') setPriority(LATER)
  const flag = new Int32Array(stop)
  let last = 0
  const job: Job = {
    progress(done, total) {
      const now = performance.now()
      if (now - last < PROGRESS_EVERY_MS && done !== total) return
      last = now
      tell({ type: 'progress', done, total })
    },
    check() {
      if (Atomics.load(flag, 0) === 1) throw stopped()
    },
  }
  const run = (await kinds[kind]()) as (input: unknown, job: Job) => unknown
  return await run(input, job)
}

const tell = (message: FromWorker): void => parentPort?.postMessage(message)

const start = workerData as Start
if (isJob(start))
  work(start).then(
    (value) => tell({ type: 'done', value }),
    (error: unknown) => tell(toMessage(error)),
  )
else void import('./serve-reads').then(({ serveReads }) => serveReads())

function isJob(asked: Start): asked is Start & { kind: JobKind } {
  return asked.kind !== 'reads'
}
