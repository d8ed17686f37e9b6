// The program that is killed in the middle of one long call: opens a register, says `go`, and makes the call. Arguments: the register, the built
// job worker, the call, its input as JSON, and the file that it reads (`<path`) or writes (`>path`).
import { writeSync } from 'node:fs'
import { openRegistry } from '../../db/registry'

async function make([file = '', workerFile = '', name = '', input = '{}', other = '']: string[]): Promise<void> {
  writeSync(1, 'open\n')
  const registry = await openRegistry({ file, workerFile, clock: Date })
  const granted = other === '' ? {} : { file: registry.grant(other.slice(1), other[0] === '<' ? 'read' : 'write') }
  writeSync(1, 'go\n')
  const reply = await registry.session({ actor: 'an' }).call(name, { ...(JSON.parse(input) as object), ...granted })
  writeSync(1, `${JSON.stringify(reply)}\n`)
  await registry.close()
}

void make(process.argv.slice(2))
