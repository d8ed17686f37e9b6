// Runs a job for a call: under an id that `jobs.cancel` knows, its progress told to everyone.
import { v7 as uuidv7 } from 'uuid'
import type { CallContext } from '../call-context'
import type { CallName } from '../contract'
import type { JobInput, JobKind, JobOutput } from './kinds'
import { runJob } from './run'

export async function inJob<K extends JobKind>(
  context: Pick<CallContext, 'running' | 'progress' | 'workerFile'>,
  call: CallName,
  kind: K,
  work: { input: JobInput<K>; mostMs?: number; behind?: boolean },
): Promise<JobOutput<K>> {
  const job = uuidv7()
  const control = new AbortController()
  context.running.set(job, control)
  try {
    return await runJob(kind, work.input, {
      workerFile: context.workerFile,
      signal: control.signal,
      onProgress: (done, total) => context.progress({ job, call, done, total }),
      ...(work.mostMs === undefined ? {} : { mostMs: work.mostMs }),
      ...(work.behind === undefined ? {} : { behind: work.behind }),
    })
  } finally {
    context.running.delete(job)
    // whatever came of it: the status line forgets a job only when it hears that nothing is left to do
    context.progress({ job, call, done: 1, total: 1 })
  }
}
