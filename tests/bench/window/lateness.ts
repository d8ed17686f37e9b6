// How late an event loop was, in ms: 99 of 100 turns of a timer of 1 ms came after at most `p99`.
import { connect } from 'node:net'

export interface Lateness {
  p50: number
  p99: number
  max: number
  samples: number
}

/** Asks the probe of a process (probe.ts). */
export function askProbe(socket: string, question: 'reset' | 'read'): Promise<Lateness> {
  return new Promise((give, refuse) => {
    let answer = ''
    const connection = connect(socket, () => connection.write(`${question}\n`))
    connection.setEncoding('utf8')
    connection.on('data', (text) => (answer += String(text)))
    connection.on('end', () => give(JSON.parse(answer) as Lateness))
    connection.on('error', refuse)
  })
}
