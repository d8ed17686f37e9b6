// Who writes in this file. Two copies that both write must never extend one chain: a file that was copied, restored or carried to
// another machine gets a replica id of its own, whose first set names the head it grew from (DESIGN.md, “The log”).
import { v7 as uuidv7 } from 'uuid'
import type { WriteDb } from './database'
import { localValue, setLocal } from './local'
import { chainHead } from './log'
import { placeOf } from './register-file'

/** At every opening for writing: remembers which file this is, and mints a new replica where it is not the one remembered. */
export function settleReplica(db: WriteDb, file: string): void {
  const here = placeOf(file)
  const before = localValue(db, 'home', null)
  if (here === null || here === before) return
  db.transaction(() => {
    if (before !== null) mintReplica(db)
    setLocal(db, 'home', here)
  }).immediate()
}

/** A replica that has written nothing leaves no head behind: then the older head stays the one to name. */
function mintReplica(db: WriteDb): void {
  const head = chainHead(db, localValue(db, 'replica'))
  if (head !== null) setLocal(db, 'old_head', head.hash)
  setLocal(db, 'replica', uuidv7())
}
