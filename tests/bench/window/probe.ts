// In a process under measure: how late its event loop is, asked over a local socket. Only the bench's own entries load this file; the
// program as built has no such door.
import { createServer } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Lateness } from './lateness'

/** The timer's own step, in ms: what is read is at least that. */
const STEP = 1

/** Answers each line with one of JSON: “reset” begins anew, “read” tells. */
export function serveProbe(socket: string): void {
  const delay = monitorEventLoopDelay({ resolution: STEP })
  delay.enable()
  const read = (): Lateness => ({
    p50: delay.percentile(50) / 1e6,
    p99: delay.percentile(99) / 1e6,
    max: delay.max / 1e6,
    samples: delay.count,
  })
  const server = createServer((connection) => {
    connection.setEncoding('utf8')
    connection.on('data', (line) => {
      if (String(line).trim() === 'reset') delay.reset()
      connection.end(`${JSON.stringify(read())}\n`)
    })
    connection.on('error', () => connection.destroy())
  })
  server.listen(socket)
  server.unref()
}
