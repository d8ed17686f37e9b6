// A process that reads PDFs as the window does, under the limits that a window has: ended when a document takes too long, and begun again.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface PdfAnswer {
  pages?: number
  /** name of what pdf.js found wrong, `slow` or `memory` when the process had to end */
  error?: string
  /** a script of the document ran */
  ran?: boolean
}

const MOST_MS = 30_000
const MOST_MB = 1_024

export function pdfReader(program: string): { read(path: string): Promise<PdfAnswer>; end(): void } {
  let child: ChildProcessWithoutNullStreams | null = null
  const begin = (): ChildProcessWithoutNullStreams => {
    const started = spawn(process.execPath, [`--max-old-space-size=${MOST_MB}`, program])
    started.stderr.resume()
    return started
  }
  const read = (path: string): Promise<PdfAnswer> =>
    new Promise((done) => {
      child ??= begin()
      const reader = child
      const lines = createInterface({ input: reader.stdout })
      const settle = (answer: PdfAnswer, goesOn: boolean): void => {
        clearTimeout(timer)
        lines.close()
        reader.removeAllListeners('exit')
        if (!goesOn) {
          child = null
          reader.kill('SIGKILL')
        }
        done(answer)
      }
      const timer = setTimeout(() => settle({ error: 'slow' }, false), MOST_MS)
      lines.once('line', (line) => settle(JSON.parse(line) as PdfAnswer, true))
      reader.once('exit', () => settle({ error: 'memory' }, false))
      reader.stdin.write(`${path}\n`)
    })
  return { read, end: () => void child?.kill() }
}
