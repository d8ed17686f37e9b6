// The thread that answers what goes through a whole large register, so that everything else is answered meanwhile. It is started by the
// first such question and ends when nobody has asked for a while: its memory is then free again.
import { Worker } from 'node:worker_threads'
import type { Output } from '../contract'
import type { OpenRegister } from '../store/open'
import { stopped } from './job'
import { toError, type Start } from './messages'
import type { Answer, Question } from './serve-reads'
import { answerWhole, isLarge, type WholeQuestion, type WholeRead } from './whole-reads'

const IDLE_MS = 10_000

interface Asked {
  give: (value: unknown) => void
  refuse: (error: Error) => void
}

export class Reader {
  #thread: Worker | null = null
  #lastId = 0
  #idle: NodeJS.Timeout | undefined
  readonly #asked = new Map<number, Asked>()

  /** `workerFile`: the built job worker; '' answers everything here. */
  constructor(private readonly workerFile: string) {}

  /** Throws what the read throws. */
  read<N extends WholeRead>({ db, file }: OpenRegister, question: WholeQuestion<N>): Output<N> | Promise<Output<N>> {
    if (this.workerFile === '' || !isLarge(db)) return answerWhole(db, question)
    clearTimeout(this.#idle)
    const thread = (this.#thread ??= this.#start())
    const id = (this.#lastId += 1)
    return new Promise<Output<N>>((give, refuse) => {
      this.#asked.set(id, { give: give as Asked['give'], refuse })
      const sent: Question = { id, file, ...question }
      thread.postMessage(sent)
    })
  }

  /** Ends the thread and with it its hold on the file; open questions are told that they were stopped. */
  async end(): Promise<void> {
    clearTimeout(this.#idle)
    const thread = this.#thread
    if (thread === null) return
    this.#ended(thread, stopped())
    await thread.terminate()
  }

  #start(): Worker {
    const start: Start = { kind: 'reads', input: null, stop: new SharedArrayBuffer(4) }
    const thread = new Worker(this.workerFile, { workerData: start })
    thread.on('message', (answer: Answer) => this.#settle(answer))
    thread.on('error', (error: Error) => this.#ended(thread, error))
    thread.on('exit', () => this.#ended(thread, new Error('the reading thread ended before it answered')))
    // it alone keeps no program running
    thread.unref()
    return thread
  }

  #settle({ id, message }: Answer): void {
    const asked = this.#asked.get(id)
    this.#asked.delete(id)
    if (message.type === 'done') asked?.give(message.value)
    else if (message.type !== 'progress') asked?.refuse(toError(message))
    if (this.#asked.size > 0) return
    this.#idle = setTimeout(() => void this.end(), IDLE_MS)
    this.#idle.unref()
  }

  #ended(thread: Worker, error: Error): void {
    if (this.#thread !== thread) return
    this.#thread = null
    for (const { refuse } of this.#asked.values()) refuse(error)
    this.#asked.clear()
  }
}
