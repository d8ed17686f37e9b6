// The job that makes a paper: reads one moment of the register, fills the template in use, writes the Word file whole or not at all.
// PDF and print are drawn from that very file by the shell (electron/paper.ts), so that both say the same.
import { basename, join } from 'node:path'
import { withSnapshot } from '../exchange/connection'
import { writeFileWhole, type WrittenFile } from '../exchange/write-file'
import type { Job } from '../jobs/job'
import { unwatched } from '../jobs/job'
import { fieldsOf, type Field } from '../model/documents/fields'
import type { DocumentKind, DocumentWish } from '../model/documents/kinds'
import { missingFacts } from '../model/documents/office'
import { RegistryError } from '../model/errors'
import type { FieldShown, MadeDocument, TemplateShown, TemplateTrouble } from '../model/shapes/documents'
import type { ReadDb } from '../store/database'
import { storedTemplate } from '../store/document-templates'
import { fingerprint } from '../store/log'
import { settings } from '../store/settings'
import { bookletData } from './data/booklet'
import { frame } from './data/frame'
import { expiringData, labsData } from './data/lists'
import { accreditationData, labData } from './data/records'
import { letters } from './data/reminder'
import { reportData } from './data/report'
import type { Filling, Moment } from './data/values'
import { templateTroubles } from './check'
import { defaultTemplate } from './defaults/templates'
import { fill, joinFilled } from './fill'
import { cleanTemplate } from './package'

export interface DocumentJob extends Moment {
  register: string
  /** where the file goes; the folder where each letter becomes a file of its own */
  path: string
  wish: DocumentWish
  /** every letter a file */
  apart: boolean
}

/** Throws bad_file with rule document.template_broken where the office's template cannot be filled; what letters() and refusals of the store throw. */
export async function makeDocument(job: DocumentJob, watch: Job): Promise<MadeDocument> {
  const { wish } = job
  const { template, papers, about } = await withSnapshot(job.register, async (db) => {
    const { bytes, troubles } = await templateInUse(db, wish.kind)
    if (troubles[0] !== undefined) throw brokenTemplate(troubles[0])
    const made = papersFor(db, job, watch)
    const facts = { fingerprint: fingerprint(db), missing: missingFacts(settings(db)), leftOut: made.leftOut }
    return { template: bytes, papers: made.papers, about: facts }
  })
  const filled: { name: string; bytes: Uint8Array }[] = []
  for (const [at, { name, data }] of papers.entries()) {
    watch.check()
    watch.progress(at, papers.length)
    filled.push({ name, bytes: fill(template, data) })
  }
  watch.check()
  const written = job.apart
    ? await writeApart(job.path, filled)
    : await writeFileWhole(job.path, [joinFilled(filled.map(({ bytes }) => bytes))])
  return { kind: wish.kind, file: basename(job.path), files: job.apart ? filled.length : 1, ...written, ...about }
}

const brokenTemplate = ({ tag, paragraph, rule, text }: TemplateTrouble): RegistryError =>
  new RegistryError('bad_file', `template: ${rule}`, [
    { field: 'file', rule: 'document.template_broken', params: { tag, paragraph, text } },
  ])

/** One file a letter, numbered so that no name is taken twice. */
async function writeApart(
  folder: string,
  filled: readonly { name: string; bytes: Uint8Array }[],
): Promise<WrittenFile> {
  const figures = String(filled.length).length
  let written: WrittenFile = { bytes: 0, sha256: '' }
  for (const [at, { name, bytes }] of filled.entries()) {
    const safe = name
      .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*\s]+/gu, ' ')
      .slice(0, 80)
      .trim()
    written = await writeFileWhole(join(folder, `${String(at + 1).padStart(figures, '0')} ${safe}.docx`), [bytes])
  }
  return written
}

interface Papers {
  papers: { name: string; data: Filling }[]
  leftOut: string[]
}

function papersFor(db: ReadDb, { wish, ...moment }: Moment & { wish: DocumentWish }, watch: Job): Papers {
  const common = frame(db, wish.kind, moment)
  if (wish.kind === 'reminder') {
    const { letters: all, leftOut } = letters(db, wish, moment, watch)
    return { papers: all.map(({ lab, data }) => ({ name: lab, data: { ...common, ...data } })), leftOut }
  }
  return { papers: [{ name: wish.kind, data: { ...common, ...oneData(db, wish, moment, watch) } }], leftOut: [] }
}

function oneData(db: ReadDb, wish: Exclude<DocumentWish, { kind: 'reminder' }>, moment: Moment, watch: Job): Filling {
  switch (wish.kind) {
    case 'labs':
      return labsData(db, wish, moment, watch)
    case 'expiring':
      return expiringData(db, wish, moment, watch)
    case 'report':
      return reportData(db, moment)
    case 'lab':
      return labData(db, wish, moment)
    case 'accreditation':
      return accreditationData(db, wish, moment)
    case 'booklet':
      return bookletData(db, wish, moment, watch)
  }
}

/** Writes the template in use to be edited. */
export async function writeTemplate(job: { register: string; kind: DocumentKind; path: string }): Promise<WrittenFile> {
  const bytes = await withSnapshot(job.register, async (db) => (await templateInUse(db, job.kind)).bytes)
  return writeFileWhole(job.path, [bytes])
}

/** What would be kept of a file that somebody gives us, and what is wrong in it. Throws as cleanTemplate. */
export function checkTemplate({ bytes, kind }: { bytes: Uint8Array; kind: DocumentKind }): {
  clean: Uint8Array
  troubles: TemplateTrouble[]
} {
  const clean = cleanTemplate(bytes)
  return { clean, troubles: templateTroubles(clean, kind) }
}

/** The data of the first paper, for tests and for examples. */
export const firstPaper = (db: ReadDb, wish: DocumentWish, moment: Moment): Filling =>
  papersFor(db, { wish, ...moment }, unwatched).papers[0]!.data

/** The office's own, else the one that comes with the program; with what is wrong in it. */
export async function templateInUse(
  db: ReadDb,
  kind: DocumentKind,
): Promise<{ bytes: Uint8Array; troubles: TemplateTrouble[] }> {
  const stored = storedTemplate(db, kind)
  if (stored === null) return { bytes: await defaultTemplate(kind), troubles: [] }
  return { bytes: stored.bytes, troubles: templateTroubles(stored.bytes, kind) }
}

export interface TemplateJob extends Moment {
  register: string
  kind: DocumentKind
}

/** The template in use and what it may use, with an example of each from the register itself. */
export async function describeTemplate(job: TemplateJob): Promise<TemplateShown> {
  return withSnapshot(job.register, async (db) => {
    const stored = storedTemplate(db, job.kind)
    const { bytes, troubles } = await templateInUse(db, job.kind)
    const wish = exampleWish(db, job.kind)
    const data = wish === null ? frame(db, job.kind, job) : exampleData(db, wish, job)
    return {
      kind: job.kind,
      own: stored === null ? null : { bytes: bytes.length, by: stored.by, at: stored.at },
      troubles,
      fields: shown(fieldsOf(job.kind), data, 0),
    }
  })
}

function exampleData(db: ReadDb, wish: DocumentWish, moment: Moment): Filling {
  try {
    return firstPaper(db, wish, { ...moment, most: 1 })
  } catch (error) {
    // nothing ends in this register: the letter has no example but its frame
    if (error instanceof RegistryError && error.code === 'invalid_input') return frame(db, wish.kind, moment)
    throw error
  }
}

const FIRST = {
  lab: 'SELECT id FROM laboratory WHERE trashed_at IS NULL ORDER BY rid LIMIT 1',
  accreditation: 'SELECT id FROM accreditation WHERE trashed_at IS NULL ORDER BY rid LIMIT 1',
} as const

/** Null: the register has no such record yet. */
function exampleWish(db: ReadDb, kind: DocumentKind): DocumentWish | null {
  if (kind === 'labs') return { kind, query: {} }
  if (kind !== 'lab' && kind !== 'accreditation') return { kind }
  const first = db.prepare<[], { id: string }>(FIRST[kind]).get()
  return first === undefined ? null : { kind, id: first.id }
}

function shown(fields: readonly Field[], data: Filling, depth: number): FieldShown[] {
  return fields.flatMap(({ tag, each }) => {
    const value = data[tag]
    if (each === undefined) return [{ tag, depth, list: false, example: typeof value === 'string' ? value : '' }]
    const first = Array.isArray(value) ? value[0] : undefined
    return [{ tag, depth, list: true, example: '' }, ...shown(each, first ?? {}, depth + 1)]
  })
}
