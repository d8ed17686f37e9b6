// PDFs drawn by pdf.js in a worker of our own origin. Only pages are drawn: no script of a document runs (there is no sandbox for them and
// no viewer that would start one), no link leads anywhere, nothing is fetched. Loaded when the first PDF is looked at.
import {
  AnnotationMode,
  getDocument,
  PDFWorker,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pdfOptions } from './pdfOptions'

/** One worker for all documents, begun anew when one of them had to be given up. */
let worker: Reading | null = null

interface Reading {
  reads: PDFWorker
  thread: Worker
}

function beginWorker(): Reading {
  const thread = new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module' })
  return { reads: new PDFWorker({ port: thread as unknown as null }), thread }
}

/** A page that is not there after so long never comes: a document can be made so that reading it does not end. */
const MOST_MS = 40_000

/** Throws after MOST_MS, and ends the worker that is still at it: the next document would wait for it too. */
function inTime<T>(own: Reading, work: Promise<T>): Promise<T> {
  let timer = 0
  const late = new Promise<never>((_, fail) => {
    timer = window.setTimeout(() => {
      own.thread.terminate()
      if (worker === own) worker = null
      fail(new Error('a document that takes too long'))
    }, MOST_MS)
  })
  return Promise.race([work, late]).finally(() => window.clearTimeout(timer))
}

export interface OpenedPdf {
  pages: number
  /** px at 100 % */
  sizeOf(page: number): Promise<{ width: number; height: number }>
  /** Draws a page so that it is `width` CSS px wide on a screen of `density`. */
  draw(page: number, canvas: HTMLCanvasElement, wanted: { width: number; density: number }): Promise<void>
  close(): void
}

/** Throws PasswordException by name, or whatever pdf.js finds wrong. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const own = (worker ??= beginWorker())
  const task = getDocument({
    data: bytes,
    worker: own.reads,
    // reads fax and JPEG 2000 scans without WebAssembly, which the window's policy forbids
    wasmUrl: new URL('pdf/', document.baseURI).href,
    ...pdfOptions,
  })
  const document_ = await inTime(own, task.promise)
  return {
    pages: document_.numPages,
    sizeOf: async (page) => sizeOf(await inTime(own, document_.getPage(page))),
    draw: (page, canvas, wanted) => inTime(own, draw(document_, page, canvas, wanted)),
    close: () => void task.destroy(),
  }
}

function sizeOf(page: PDFPageProxy): { width: number; height: number } {
  const { width, height } = page.getViewport({ scale: 1 })
  return { width, height }
}

/** points of one drawn page: a larger one is drawn coarser */
const MOST_DRAWN = 24_000_000

async function draw(
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  { width, density }: { width: number; density: number },
): Promise<void> {
  const page = await pdf.getPage(number)
  const size = sizeOf(page)
  const wanted = (width / size.width) * density
  const scale = Math.min(wanted, Math.sqrt(MOST_DRAWN / (size.width * size.height)))
  const viewport = page.getViewport({ scale })
  // drawn aside, so that the page before stays until this one is whole
  const drawn = document.createElement('canvas')
  drawn.width = Math.max(1, Math.round(viewport.width))
  drawn.height = Math.max(1, Math.round(viewport.height))
  // stamps and signatures are annotations too, and are drawn; what they would do is not done
  await page.render({ canvas: drawn, viewport, annotationMode: AnnotationMode.ENABLE }).promise
  canvas.width = drawn.width
  canvas.height = drawn.height
  canvas.getContext('2d')?.drawImage(drawn, 0, 0)
}
