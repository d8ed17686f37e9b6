// Copies of a register: each writes in a chain of its own that names where it grew from, and all chains verify, also when joined.
import { copyFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { localValue } from '../../db/store/local'
import { createRegister, openRegister } from '../../db/store/open'
import { setLocal } from '../../db/store/local'
import { brokenSet, storedSets } from '../support/chains'
import { readOnlyFolder } from '../support/read-only'
import { NOW, temporaryFolder, write } from '../support/register'

const about = { name: 'Sổ thử', kind: 'empty', now: NOW }

/** A closed register with one set in it. */
async function closedRegister() {
  const folder = temporaryFolder()
  const file = join(folder, 'goc.scn')
  const register = await createRegister(file, about, () => undefined)
  write(register.db, (tx) => tx.create('laboratory', { phone: '1' }))
  register.close()
  return { folder, file }
}

/** Opens it, writes one set where asked, closes it; its replica and all its sets. */
function visit(file: string, phone?: string) {
  const register = openRegister(file)
  if (phone !== undefined) write(register.db, (tx) => tx.create('laboratory', { phone }))
  const { db } = register
  const seen = { replica: localValue(db, 'replica'), sets: storedSets(db), broken: brokenSet(db) }
  register.close()
  return seen
}

describe('a register file', () => {
  it('stays one replica over openings, and when it is renamed or moved', async () => {
    const { folder, file } = await closedRegister()
    const { replica } = visit(file, '2')
    renameSync(file, join(folder, 'ten moi.scn'))
    const { replica: after, sets, broken } = visit(join(folder, 'ten moi.scn'), '3')
    expect(after).toBe(replica)
    expect(sets.map((set) => [set.replica, set.replicaSeq])).toEqual([1, 2, 3].map((seq) => [replica, seq]))
    expect(broken).toBeNull()
  })

  it('that was copied writes as a new replica whose first set names the old head; both copies verify', async () => {
    const { folder, file } = await closedRegister()
    const copy = join(folder, 'ban sao.scn')
    copyFileSync(file, copy)
    const [mine, theirs] = [visit(file, '2'), visit(copy, '3')]
    expect(theirs.replica).not.toBe(mine.replica)
    expect([mine.broken, theirs.broken]).toEqual([null, null])
    const [common] = mine.sets
    expect(mine.sets.at(-1)).toMatchObject({ replica: mine.replica, replicaSeq: 2, prevHash: common?.hash })
    expect(theirs.sets.at(-1)).toMatchObject({ replica: theirs.replica, replicaSeq: 1, prevHash: common?.hash })
    const again = visit(copy, '4')
    expect(again.replica).toBe(theirs.replica)
    expect(again.sets.at(-1)).toMatchObject({ replicaSeq: 2, prevHash: theirs.sets.at(-1)?.hash })
  })

  it('gives chains that join: no two sets of both copies share a replica and a number', async () => {
    const { folder, file } = await closedRegister()
    const copy = join(folder, 'ban sao.scn')
    copyFileSync(file, copy)
    const [mine, theirs] = [visit(file, '2').sets, visit(copy, '3').sets]
    const joined = new Map([...mine, ...theirs].map((set) => [`${set.replica} ${set.replicaSeq}`, set.hash]))
    expect(joined.size).toBe(3)
    for (const set of [...mine, ...theirs]) expect(joined.get(`${set.replica} ${set.replicaSeq}`)).toBe(set.hash)
  })

  it('that came from another machine is a new replica though its number on disk is the same', async () => {
    const { file } = await closedRegister()
    const { replica } = visit(file)
    const register = openRegister(file)
    const home = localValue(register.db, 'home')
    setLocal(register.db, 'home', home.replace(/^\S+/, 'may-khac'))
    register.close()
    expect(visit(file).replica).not.toBe(replica)
  })

  it('that is a copy of a copy nobody wrote in still names the head that is there', async () => {
    const { folder, file } = await closedRegister()
    const [first, second] = [join(folder, '1.scn'), join(folder, '2.scn')]
    copyFileSync(file, first)
    const unwritten = visit(first)
    copyFileSync(first, second)
    const { replica, sets, broken } = visit(second, '2')
    expect(replica).not.toBe(unwritten.replica)
    expect(sets.map(({ prevHash }) => prevHash)).toEqual([null, sets[0]?.hash])
    expect(broken).toBeNull()
  })

  it('on a disk that cannot be written opens for reading, from a closed copy, and leaves nothing beside it', async () => {
    const { file } = await closedRegister()
    const { replica } = visit(file)
    const folder = readOnlyFolder((into) => copyFileSync(file, join(into, 'dia.scn')))
    const register = openRegister(join(folder, 'dia.scn'))
    expect([register.readOnly, localValue(register.db, 'replica'), storedSets(register.db).length]).toEqual([
      'medium',
      replica,
      1,
    ])
    expect(() => write(register.db, (tx) => tx.create('laboratory', {}))).toThrow(/readonly/)
    register.close()
  })
})
