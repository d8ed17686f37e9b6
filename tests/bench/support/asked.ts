// What a call asks of SQLite: its statements are written down once, with what was bound, and played again bare, on a connection of their own.
// That is the reference of a call: the same statements without router, checks, rows made into answers, and the process around them.
import Database from 'better-sqlite3'

export interface Asked {
  sql: string
  how: 'all' | 'get' | 'iterate' | 'run'
  bound: unknown[]
}

let writing: Asked[] | null = null
const prepareOf = Database.prototype.prepare

/** From now on statements of every connection can be written down; those prepared before cannot. */
export function listen(): void {
  Database.prototype.prepare = function prepared(this: Database.Database, sql: string) {
    const statement: Database.Statement = prepareOf.call(this, sql)
    const played = statement as unknown as Record<Asked['how'], (...bound: unknown[]) => unknown>
    for (const how of statement.reader ? (['all', 'get', 'iterate'] as const) : (['run'] as const)) {
      const own = played[how].bind(statement)
      played[how] = (...bound: unknown[]) => {
        writing?.push({ sql, how, bound })
        return own(...bound)
      }
    }
    return statement
  } as typeof prepareOf
}

/** Everything that `work` asks before it returns, in order. */
export function askedOf(work: () => void): Asked[] {
  const asked: Asked[] = []
  writing = asked
  try {
    work()
  } finally {
    writing = null
  }
  return asked
}

/** The same of work that takes its time. */
export async function askedBy(work: () => unknown): Promise<Asked[]> {
  const asked: Asked[] = []
  writing = asked
  try {
    await work()
  } finally {
    writing = null
  }
  return asked
}

const compiler = (db: Database.Database): ((sql: string) => Database.Statement) => {
  const known = new Map<string, Database.Statement>()
  return (sql) => {
    let statement = known.get(sql)
    if (!statement) known.set(sql, (statement = prepareOf.call(db, sql) as Database.Statement))
    return statement
  }
}

/** Asks the same of `db` again; statements are compiled now. */
export function bare(db: Database.Database, asked: readonly Asked[]): () => void {
  const compile = compiler(db)
  const compiled = asked
    .filter(({ how }) => how !== 'run')
    .map(({ sql, how, bound }) => ({ statement: compile(sql), how, bound }))
  return () => {
    for (const { statement, how, bound } of compiled) {
      if (how === 'get') statement.get(...bound)
      else statement.all(...bound)
    }
  }
}

/** Writes the same rows as each of the savings into `db`, one transaction each: give the number of the saving. */
export function bareWrites(db: Database.Database, savings: readonly (readonly Asked[])[]): (saving: number) => void {
  const compile = compiler(db)
  const compiled = savings.map((asked) =>
    asked.filter(({ how }) => how === 'run').map(({ sql, bound }) => ({ statement: compile(sql), bound })),
  )
  return (saving) =>
    db
      .transaction(() => {
        for (const { statement, bound } of compiled[saving]!) statement.run(...bound)
      })
      .immediate()
}
