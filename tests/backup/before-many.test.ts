// A backup before an edit of many rows: from twenty rows on, at most one an hour, and none of it begins where the backup cannot be made.
import { expect, it, vi } from 'vitest'
import { MANY_ROWS } from '../../db/backup/calls'
import { builtWorker } from '../support/worker'
import { openDesk, type Desk } from './desk'

vi.setConfig({ testTimeout: 60_000 })

const workerFile = await builtWorker()

/** A register with twenty laboratories and no backup of them. */
async function office() {
  const desk = await openDesk({ workerFile })
  const labs: string[] = []
  for (let at = 1; at <= 20; at += 1) labs.push(await desk.addLab(`Phòng ${at} (hư cấu)`))
  /** Edits the first so many at once. */
  const edit = async (count: number, phone: string) => {
    const { seq: seen } = await desk.call('register.info', {})
    return desk.call('labs.saveMany', { seen, rows: labs.slice(0, count).map((id) => ({ id, change: { phone } })) })
  }
  return { desk, edit }
}

const made = async ({ call }: Desk): Promise<string[]> =>
  (await call('backups.list', {})).rows.map(({ reason }) => reason)

it('is made from twenty rows on, of the state before', async () => {
  const { desk, edit } = await office()
  expect(MANY_ROWS).toBe(20)
  await edit(19, '0203 1')
  expect(await made(desk)).toEqual([])
  const { seq } = await desk.call('register.info', {})
  await edit(20, '0203 2')
  expect((await desk.call('backups.list', {})).rows).toMatchObject([{ reason: 'edit', seq, trouble: null, labs: 20 }])
})

it('is made once an hour at most', async () => {
  const { desk, edit } = await office()
  await edit(20, '0203 1')
  desk.later(59 / 60 / 24)
  await edit(20, '0203 2')
  expect(await made(desk)).toEqual(['edit'])
  desk.later(2 / 60 / 24)
  await edit(20, '0203 3')
  expect(await made(desk)).toEqual(['edit', 'edit'])
})

it('stops the edit where it cannot be made', async () => {
  const { desk } = await office()
  await desk.call('backups.setPassphrase', { passphrase: 'mười hai con gà trống' })
  await desk.registry.close()
  // a machine that keeps nothing: the passphrase has not been typed yet
  const again = await openDesk({ workerFile, home: desk.home, reopen: true })
  again.later(1)
  const { rows } = await again.call('labs.list', {})
  const { seq: seen } = await again.call('register.info', {})
  const edit = { seen, rows: rows.map(({ id }) => ({ id, change: { phone: '0203 1' } })) }
  await expect(again.call('labs.saveMany', edit)).rejects.toMatchObject({ code: 'passphrase_needed' })
  expect(await again.call('register.info', {})).toMatchObject({ seq: seen })
  expect((await again.call('labs.list', {})).rows.map(({ phone }) => phone)).toEqual(rows.map(() => null))
})
