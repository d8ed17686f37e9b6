// The program that is killed: opens a register and writes until it dies. Each write is told on stdout, by one write of its own, only
// after the register answered it: what is told must be there whatever happens next. Arguments: the file, the seed, `careless` for a
// register that syncs as better-sqlite3 would by itself, to see that the power cut finds it (else `careful`), and after how many told
// writes it kills itself (left out: it goes on until it is killed).
import Database from 'better-sqlite3'
import { writeSync } from 'node:fs'
import { openRegistry } from '../../db/registry'
import { seededRandom } from '../../db/registers/sample/random'
import { Clerk } from './operations'

async function write(file: string, seed: number, most: number): Promise<never> {
  const registry = await openRegistry({ file, clock: Date })
  let told = 0
  const clerk = new Clerk(registry.session({ actor: 'người viết' }), seededRandom(seed), (done) => {
    writeSync(1, `${JSON.stringify(done)}\n`)
    told += 1
    if (told === most) process.kill(process.pid, 'SIGKILL')
  })
  for (;;) await clerk.next()
}

/** Turns the register's `synchronous = FULL` into NORMAL, unseen by the register's own check. */
function syncCarelessly(): void {
  const { pragma } = Database.prototype
  Database.prototype.pragma = function (this: Database.Database, text, options): unknown {
    if (text === 'synchronous') return 2
    return pragma.call(this, text === 'synchronous = FULL' ? 'synchronous = NORMAL' : text, options)
  }
}

const [file = '', seed = '1', manner = 'careful', most = 'Infinity'] = process.argv.slice(2)
if (manner === 'careless') syncCarelessly()
void write(file, Number(seed), Number(most))
