// The registry's log: small, rotated, and without anything a person typed.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openLog } from '../db/log-file'

const clock = { now: () => Date.parse('2026-11-23T05:00:00Z') }
let folder = ''
const written = (name = 'registry.log') => readFileSync(join(folder, name), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scn-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('adds one line per event, with its time', () => {
  const log = openLog(folder, clock)
  log('slow labs.list 57 ms')
  log('error 4711 in labs.get: TypeError\n    at get (labs.js:1:2)')
  expect(written()).toBe(
    '2026-11-23T05:00:00.000Z slow labs.list 57 ms\n' +
      '2026-11-23T05:00:00.000Z error 4711 in labs.get: TypeError\n    at get (labs.js:1:2)\n',
  )
})

it('leaves out what an error quotes, even over several lines', () => {
  openLog(
    folder,
    clock,
  )(
    'error 1 in labs.save: SyntaxError: Unexpected token \'N\', "{"nameVi":"Trần Thị Lan",\n"phone":"0912…" is not JSON\n    at parse (a.js:1:1)',
  )
  expect(written()).toBe(
    '2026-11-23T05:00:00.000Z error 1 in labs.save: SyntaxError: Unexpected token …\n    at parse (a.js:1:1)\n',
  )
})

it.each([
  ['C:\\Users\\Lan\\App Data\\so\\registry.js:10:2', 'registry.js:10:2'],
  ['/home/lan/so/out/main/registry.js:10:2', 'registry.js:10:2'],
  ['file:///C:/Users/Lan/registry.js:10:2', 'registry.js:10:2'],
  ['node:internal/process/task_queues:95:5', 'task_queues:95:5'],
])('leaves out whose folder a frame is in (%s)', (place, shown) => {
  openLog(folder, clock)(`error 1 in labs.get: Error\n    at get (${place})\n    at ${place}`)
  expect(written()).not.toMatch(/lan/i)
  expect(written()).toContain(shown)
})

it('cuts a line that would fill it', () => {
  openLog(folder, clock)('x'.repeat(1_000_000))
  expect(written().length).toBeLessThan(5000)
})

it('keeps three files of about a megabyte, the newest first', () => {
  const log = openLog(folder, clock)
  for (const content of ['a', 'b', 'c', 'd']) {
    writeFileSync(join(folder, 'registry.log'), content.repeat(1_000_000))
    log('next')
  }
  expect(readdirSync(folder).toSorted()).toEqual(['registry.1.log', 'registry.2.log', 'registry.log'])
  expect(written()).toBe('2026-11-23T05:00:00.000Z next\n')
  expect(written('registry.1.log')[0]).toBe('d')
  expect(written('registry.2.log')[0]).toBe('c')
})

it('goes to stderr where it cannot be written, and stops nothing', () => {
  writeFileSync(join(folder, 'taken'), '')
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  openLog(join(folder, 'taken'), clock)('slow labs.list 57 ms')
  expect(stderr).toHaveBeenCalledWith('2026-11-23T05:00:00.000Z slow labs.list 57 ms\n')
  stderr.mockRestore()
})
