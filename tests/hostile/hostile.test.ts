// Files made to break the reader, each brought through the real calls and the real worker: a clear refusal that has words, or a preview that
// makes sense; never a crash, words of machinery, a write, a connection, or a file outside its place. SCN_LONG=1: 20 of each kind, else 1.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallName, Output } from '../../db/contract'
import { imageSize, isDecodable } from '../../db/model/files/image-size'
import { fileKinds, nameOutside } from '../../db/model/files/kinds'
import { isSayKey, say } from '../../db/model/texts/say'
import { openRegistry, type Registry } from '../../db/registry'
import type { ReadDb } from '../../db/store/database'
import { openRegister } from '../../db/store/open'
import { contentsOf, contentPath, filesFolder } from '../../db/store/attachment-files'
import { SPEAKS_OF_MACHINERY } from '../support/machinery'
import { clock } from '../support/register'
import { built, builtWorker } from '../support/worker'
import { faultsOf } from '../torture/whole'
import { corpus } from './corpus'
import type { HostileFile } from './hostile-file'
import { pdfReader } from './pdfs'

const LONG = process.env['SCN_LONG'] === '1'
const EACH = LONG ? 20 : 1
const SEED = 2_026
const SECRET = 'BÍ MẬT 7f3a'
/** what a program may take that opens whatever a person brings to it; of one reading process */
const MOST_MB = 3_000

const folder = mkdtempSync(join(tmpdir(), 'scn-hostile-'))
const inbox = join(folder, 'ngoài')
const bait = join(folder, 'bí mật.txt')
const worker = await builtWorker()
const reader = pdfReader(await built('tests/hostile/pdf-reader.mts'))
let registry: Registry
let watcher: ReadDb
let server: Server
let host: string
let lab = ''
let heard = 0

beforeAll(async () => {
  mkdirSync(inbox)
  writeFileSync(bait, SECRET)
  server = createServer((socket) => void (heard++, socket.destroy())).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  host = `127.0.0.1:${(server.address() as { port: number }).port}`
  registry = await openRegistry({ folder: join(folder, 'sổ'), clock, workerFile: worker })
  const made = await registry.session({}).call('register.create', { kind: 'sample', labs: 6, seed: 7 })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  watcher = openRegister(registry.place()!).db
  const saved = await registry.session({ actor: 'an' }).call('labs.save', { change: { nameVi: 'Phòng mẫu (hư cấu)' } })
  lab = saved.ok ? (saved.value as { id: string }).id : ''
})
afterAll(async () => {
  reader.end()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** rises when another connection has written to the file */
const version = () => watcher.pragma('data_version', { simple: true })
const call = (name: CallName, input: unknown) => registry.session({ actor: 'an' }).call(name, input)

/** What a call answered, in one word: `read`, or the rule that a person is told, which must have words in both languages. */
async function answerOf(file: HostileFile, name: CallName, input: object): Promise<{ word: string; value: unknown }> {
  const reply = await call(name, input)
  expect(JSON.stringify(reply)).not.toContain(SECRET)
  if (reply.ok) return { word: 'read', value: reply.value }
  const { code, message, fields } = reply.error
  const rule = fields?.[0]?.rule ?? code
  expect([file.name, code]).not.toEqual([file.name, 'internal'])
  expect(message).not.toMatch(SPEAKS_OF_MACHINERY)
  const key = `exchange.rules.${rule}`
  expect([file.name, rule, isSayKey(key)]).toEqual([file.name, rule, true])
  for (const language of ['vi', 'en'] as const)
    if (isSayKey(key)) expect(say(language, key, fields?.[0]?.params ?? {})).not.toMatch(/\{\{/)
  return { word: rule, value: null }
}

async function bringTable(file: HostileFile, path: string): Promise<string> {
  const before = version()
  // the same reading again, so only in the long run
  const looked = LONG ? await answerOf(file, 'exchange.importLook', { file: registry.grant(path, 'read') }) : null
  const { word, value } = await answerOf(file, 'exchange.importPreview', { file: registry.grant(path, 'read') })
  if (value !== null) {
    const { counts, rows } = value as Output<'exchange.importPreview'>
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length)
    expect(rows.length).toBeLessThanOrEqual(200_000)
    if (looked) expect(looked.word).toBe('read')
  }
  expect(version()).toBe(before)
  return word
}

async function bringPaper(file: HostileFile, path: string): Promise<string> {
  const before = version()
  const filesBefore = contentsOf(files()).length
  const { word, value } = await answerOf(file, 'attachments.add', { file: registry.grant(path, 'read'), record: lab })
  if (value === null) {
    expect(version()).toBe(before)
    expect(contentsOf(files())).toHaveLength(filesBefore)
    return word
  }
  const { id } = value as Output<'attachments.add'>
  const shown = (await call('attachments.of', { records: [lab] })) as { ok: true; value: Output<'attachments.of'> }
  const kept = shown.value.files.find((each) => each.id === id)!
  expect(fileKinds).toContain(kept.kind)
  expect(kept.name).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u)
  expect(nameOutside(kept.name, kept.kind)).toMatch(/\.(pdf|png|jpg|webp|tif|heic)$/)
  await looksAt(file, kept.kind)
  return 'read'
}

/** What the window does before it decodes a picture, and with a PDF. */
async function looksAt(file: HostileFile, kind: (typeof fileKinds)[number]): Promise<void> {
  if (kind === 'pdf') {
    const path = join(inbox, 'xem.pdf')
    writeFileSync(path, file.bytes)
    const answer = await reader.read(path)
    expect(answer.ran).not.toBe(true)
    count('in the viewer', answer.error ?? 'read')
    return
  }
  const size = imageSize(file.bytes, kind)
  count('in the viewer', size === null ? 'broken' : isDecodable(size) ? 'read' : 'too large')
}

const files = () => filesFolder(registry.place()!)
const figures = new Map<string, Map<string, number>>()
function count(kind: string, word: string): void {
  const words = figures.get(kind) ?? new Map<string, number>()
  figures.set(kind, words.set(word, (words.get(word) ?? 0) + 1))
}

/** Everything in the folders around, but for what attaching keeps. */
const around = () =>
  [folder, inbox, join(folder, 'sổ'), tmpdir()]
    .flatMap((each) => readdirSync(each))
    .filter((name) => /evil/i.test(name))

describe('a hostile file', () => {
  const all = [...corpus(EACH, SEED, { bait, host: '127.0.0.1:9' })].map(({ kind }) => kind)
  const kinds = [...new Set(all)]

  it.each(kinds)(
    'of the kind “%s” is refused in words, or read and nothing more',
    { timeout: 3_600_000 },
    async (kind) => {
      for (const file of corpus(EACH, SEED, { bait, host })) {
        if (file.kind !== kind) continue
        const path = join(inbox, file.name)
        writeFileSync(path, file.bytes)
        const word = await (file.door === 'table' ? bringTable(file, path) : bringPaper(file, path))
        rmSync(path, { force: true })
        if (file.only) expect([basename(path), ...file.only]).toContain(word)
        count(kind, word)
      }
      expect(around()).toEqual([])
    },
  )

  it('made no connection, took no more memory than there may be, and left a register that is whole', async () => {
    const register = registry.place()!
    const kept = filesFolder(register)
    watcher.close()
    await registry.close()
    expect(heard).toBe(0)
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
    expect(megabytes).toBeLessThan(MOST_MB)
    expect(faultsOf(register, [])).toEqual([])
    for (const sha256 of contentsOf(kept)) expect(readFileSync(contentPath(kept, sha256)).length).toBeGreaterThan(0)
    const lines = [...figures].map(
      ([kind, words]) =>
        `| ${kind} | ${[...words.values()].reduce((sum, each) => sum + each, 0)} | ${[...words].map(([word, times]) => `${word} ${times}`).join(', ')} |`,
    )
    console.log(
      `| kind | files | answers |\n|---|---|---|\n${lines.join('\n')}\n| all | ${all.length} | at most ${megabytes} MB |`,
    )
  })
})
