// What a program's processes take of the memory, in MB: PSS counts what several share in equal parts, so that the sum is what would be free again.
import { readdirSync, readFileSync } from 'node:fs'

/** `pid` and all it started, and what those started. */
export function family(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = read(`/proc/${name}/stat`)
    // the name stands in brackets and may hold anything
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    parents.set(Number(name), parent)
  }
  const found = [pid]
  for (const each of found) for (const [child, parent] of parents) if (parent === each) found.push(child)
  return found
}

export interface Share {
  /** browser, renderer, utility …, from the command line */
  kind: string
  mb: number
}

export function shares(pid: number): Share[] {
  return family(pid).map((each) => ({ kind: kindOf(each), mb: pssOf(each) }))
}

function kindOf(pid: number): string {
  const line = read(`/proc/${pid}/cmdline`)
  const type = /--type=([\w-]+)/.exec(line)?.[1] ?? 'main'
  const sub = /--utility-sub-type=(?:\w+\.)*(\w+)/.exec(line)?.[1]
  return sub === undefined ? type : `${type} ${sub}`
}

const pssOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024

/** '' for a process that has ended meanwhile */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
