// What people otherwise read and write such files with, beside a row that was measured: one turn from the outside, told and not judged.
import { spawnSync } from 'node:child_process'
import type { Row } from './measure'

interface Other {
  against: string
  command: string
  args: readonly string[]
}

/** None where the program is not on this machine. */
export function besideOther(row: Row, { against, command, args }: Other): Row[] {
  const from = performance.now()
  const { status } = spawnSync(command, args, { stdio: 'ignore' })
  if (status !== 0) {
    process.stderr.write(`${row.name}: ${command} is not here, or could not do it (${against})\n`)
    return []
  }
  const reference = performance.now() - from
  const { floor: _, ...told } = row
  const name = `${row.name}, beside ${command}`
  return [{ ...told, name, against, reference, ratio: row.ours / reference, limit: {} }]
}

export const libreOffice = (profile: string, to: string, target: string, file: string): Other => ({
  against: `LibreOffice opens it and saves ${to}`,
  command: 'soffice',
  args: ['--headless', `-env:UserInstallation=file://${profile}`, '--convert-to', to, '--outdir', target, file],
})

export const python = (against: string, program: string, ...args: string[]): Other => ({
  against,
  command: 'python3',
  args: ['-c', program, ...args],
})
