// Reads that go through the whole register, by name: figures, work, groups. In a large one they take longer than a window may wait for
// anything else, so that a thread of their own answers them (reader.ts); in a small one they are answered where they are asked.
import type { Output, Parsed } from '../contract'
import { prepare, type ReadDb } from '../store/database'
import { evaluateFigure, listFigures } from '../store/figures'
import { groupsOf } from '../store/lab-groups'
import { overview } from '../store/overview'
import { listTasks } from '../store/tasks'
import { listTwins } from '../store/twins'

export type WholeRead =
  | 'figures.evaluate'
  | 'figures.list'
  | 'labs.groups'
  | 'overview.get'
  | 'tasks.list'
  | 'twins.list'

type Reads = { [N in WholeRead]: (db: ReadDb, input: Parsed<N>, today: string) => Output<N> }

const reads: Reads = {
  'figures.evaluate': (db, { day, language = 'vi', ...asked }, today) =>
    evaluateFigure(db, { ...asked, language, day: day ?? today }),
  'figures.list': (db, { day, language = 'vi' }, today) => listFigures(db, { day: day ?? today, language }),
  'labs.groups': (db, query, today) => groupsOf(db, query, query.day ?? today),
  'overview.get': (db, { day }, today) => overview(db, day ?? today, today),
  'tasks.list': (db, { day, ...query }, today) => listTasks(db, query, { day: day ?? today, today }),
  'twins.list': (db, query, today) => listTwins(db, query, today),
}

export interface WholeQuestion<N extends WholeRead = WholeRead> {
  name: N
  input: Parsed<N>
  /** the registry's day */
  today: string
}

export function answerWhole<N extends WholeRead>(db: ReadDb, { name, input, today }: WholeQuestion<N>): Output<N> {
  return reads[name](db, input, today)
}

/** Row numbers of laboratories grow with their count: from here on these reads take longer than a frame or three. */
const LARGE = 1_500

export const isLarge = (db: ReadDb): boolean =>
  (prepare<[], { last: number | null }>(db, 'SELECT max(rid) AS last FROM laboratory').get()?.last ?? 0) > LARGE
