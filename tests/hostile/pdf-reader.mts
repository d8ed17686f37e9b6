// Reads PDFs as the window does, but for the drawing: a path a line on stdin, a line of JSON for each on stdout. Runs beside the test, which
// ends it when a document takes too long or too much.
import './no-screen.mts'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pdfOptions } from '../../renderer/components/pdf/pdfOptions'

async function read(path: string): Promise<object> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), ...pdfOptions })
  try {
    const pdf = await task.promise
    const page = await pdf.getPage(1)
    page.getViewport({ scale: 1 })
    const { fnArray } = await page.getOperatorList()
    return { pages: pdf.numPages, drawn: fnArray.length, ran: 'ran' in globalThis }
  } catch (error) {
    return { error: error instanceof Error ? error.name : String(error), ran: 'ran' in globalThis }
  } finally {
    await task.destroy().catch(() => undefined)
  }
}

process.on('unhandledRejection', () => undefined)

async function serve(): Promise<void> {
  for await (const path of createInterface({ input: process.stdin })) console.log(JSON.stringify(await read(path)))
}
void serve()
