import { listen, askedBy } from './asked'
import { openCaller } from './session'
listen()
async function main() {
  const c = await openCaller(process.argv[2]!)
  for (const [n, i] of [
    ['overview.get', {}],
    ['tasks.list', {}],
    ['labs.groups', { group: 'area' }],
    ['labs.groups', { group: 'owner' }],
  ] as const) {
    const asked = await askedBy(() => c.call(n as never, i as never))
    const Database = (await import('better-sqlite3')).default
    const db = new Database(c.registry.place()!, { readonly: true })
    for (const { sql, bound } of asked) {
      const s = db.prepare(sql)
      s.all(...(bound as never[]))
      const u = process.cpuUsage()
      s.all(...(bound as never[]))
      const d = process.cpuUsage(u)
      const ms = (d.user + d.system) / 1000
      if (ms > 3) console.log(n, ms.toFixed(1), sql.replace(/\s+/g, ' ').slice(0, 110))
    }
  }
  await c.registry.close()
}
void main()
