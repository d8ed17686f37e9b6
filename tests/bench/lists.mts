// Lists, filters, sorts, groups and pages of laboratories, and the other lists: what a person asks all day, beside the very statements that the call
// runs, bare. What a first question costs, after a saving and on another day, is measured in days.mts.
import Database from 'better-sqlite3'
import type { CallName, Input } from '../../db/contract'
import { askedBy, bare, listen } from './support/asked'
import { compare, type Bench, type Row } from './support/measure'
import type { Size } from './support/registers'
import { openCaller, type Caller } from './support/session'

/** So that the smallest register fills it too. */
const limit = 30

const FLOOR =
  'what a call costs beside its statements (router, roles, parsing, a page of rows made into an answer) is under 1 ms and does not grow; its statements are small'

/** Why a call that takes no two milliseconds may take a little more in the full register. */
const CACHED = 'under 2 ms: a register of 4 MB lies in the processor’s own cache, one of 1.5 GB does not'
const CACHED_MS = 2

/** Why one costs more than its statements, or grows. */
const KNOWN: Record<string, string> = {
  'owners by words': 'any part of a name is looked for: all of them, kept in memory, are gone through',
  decisions: 'any part of a number is looked for: all of them, kept in memory, are gone through',
  'words in its scope':
    'its lines are cut into words and compared here; the index, among all lines, took ten times as long',
}

type Asking = { [N in CallName]: [call: N, input: () => Input<N>] }[CallName]

const sorts = ['name', 'owner', 'area', 'code', 'status', 'expiry'] as const
const groups = ['status', 'scheme', 'field', 'owner', 'area', 'oldArea'] as const

async function askings({ call }: Caller, labs: Size): Promise<Record<string, Asking>> {
  const { rows } = await call('labs.list', { limit })
  const first = rows[0]!
  const { units } = await call('reference.get', {})
  const area = units.find((unit) => first.area?.endsWith(unit.name))?.id ?? units[0]!.id
  const list = (query: Input<'labs.list'>): Asking => ['labs.list', () => ({ limit, ...query })]
  return {
    'first page': list({}),
    'page in the middle': list({ offset: Math.floor(labs / 2) }),
    'last page': list({ offset: Math.max(0, labs - limit) }),
    ...Object.fromEntries(
      sorts.flatMap((sort) => [
        [`sort ${sort}`, list({ sort })],
        [`sort ${sort}, descending`, list({ sort, descending: true })],
      ]),
    ),
    'sort owner, page in the middle': list({ sort: 'owner', offset: Math.floor(labs / 2) }),
    'filter status': list({ status: ['expired', 'suspended'] }),
    'filter scheme': list({ scheme: 'VILAS' }),
    'filter field': list({ field: 'chemical' }),
    'filter standard': list({ standard: 'ISO/IEC 17025:2017' }),
    'filter sector': list({ sector: 'health' }),
    'filter area': list({ area }),
    'filter flag': list({ flag: 'unverified' }),
    'filter expiring': list({ expiringWithin: 90 }),
    'filter text, one': list({ text: first.nameVi.slice(0, 40) }),
    'filter text, all': list({ text: 'mau' }),
    'filter text and status, by owner': list({ text: 'thử nghiệm', status: 'valid', sort: 'owner' }),
    ...Object.fromEntries(groups.map((group) => [`groups ${group}`, ['labs.groups', () => ({ group })] as Asking])),
    'page of groups': list({ group: 'status', offset: 10 }),
    'one laboratory': ['labs.get', () => ({ id: first.id })],
    'its scope': ['scope.list', () => ({ laboratory: first.id })],
    'words in its scope': ['scope.list', () => ({ laboratory: first.id, text: 'xác định' })],
    overview: ['overview.get', () => ({})],
    tasks: ['tasks.list', () => ({ limit })],
    'owners by words': ['organizations.list', () => ({ text: 'trung tam' })],
    'history of a record': ['changes.list', () => ({ recordId: first.id })],
    journal: ['changes.sets', () => ({})],
    decisions: ['decisions.find', () => ({ text: '12' })],
  }
}

function countOf(answer: unknown): number | null {
  const rows = Array.isArray(answer) ? (answer as unknown[]) : (answer as { rows?: unknown[] }).rows
  return rows?.length ?? null
}

export async function measure({ registers, sizes, smoke }: Bench): Promise<Row[]> {
  listen()
  const found: Row[] = []
  for (const labs of sizes) {
    const caller = await openCaller(await registers.copyOf(labs))
    const raw = new Database(caller.registry.place()!, { readonly: true })
    raw.pragma('cache_size = -65536')
    const turns = smoke ? 10 : 100
    for (const [name, [call, input]] of Object.entries(await askings(caller, labs))) {
      const ask = () => caller.call(call, input() as never)
      const rows = countOf(await ask())
      const plays = bare(raw, await askedBy(ask))
      const row = await compare({
        name: `lists: ${name}`,
        labs,
        rows,
        turns,
        ours: ask,
        against: 'its statements, bare',
        reference: plays,
        limit: { ratio: 1.3, p99: 16 },
      })
      const grows: Row['grows'] = row.ours < CACHED_MS ? { as: 'flat', floor: CACHED } : { as: 'flat' }
      // it excuses the ratio of a quick call, nothing else
      const small = row.p99 <= 16 && row.ours - (row.reference ?? 0) < 2 ? FLOOR : undefined
      const floor = row.p99 <= 16 ? (KNOWN[name] ?? small) : undefined
      found.push({
        ...row,
        ...(floor !== undefined && { floor }),
        grows: floor !== undefined && KNOWN[name] !== undefined ? { as: 'flat', floor } : grows,
      })
    }
    raw.close()
    await caller.registry.close()
  }
  return found
}
