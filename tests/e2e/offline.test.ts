// No connection is made: through every screen, a save, a search and an export, Chromium's own log of its network names nothing outside this
// program, and none of its processes (the registry's among them) ever holds a socket to another machine.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { call, choosesToSave, eventually, launch, newFolder, waitForState } from './harness'

/** Inet sockets of a process and of all that it started, by what they are joined to; those of this machine to itself are left out. */
function socketsOutside(root: number): string[] {
  const peers = new Map<string, string>()
  for (const table of ['tcp', 'tcp6', 'udp', 'udp6']) {
    for (const line of readFileSync(`/proc/net/${table}`, 'utf8').trim().split('\n').slice(1)) {
      const columns = line.trim().split(/\s+/)
      peers.set(columns[9]!, `${table} ${columns[2]}`)
    }
  }
  return familyOf(root)
    .flatMap(descriptorsOf)
    .map((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1])
    .flatMap((inode) => (inode === undefined ? [] : [peers.get(inode) ?? '']))
    .filter((peer) => peer !== '' && !isHere(peer))
}

/** 127.0.0.1, ::1, 127.0.0.1 as IPv6, and nobody (a socket that only listens), as /proc writes them */
const HERE = /^(0100007F|00000000|0{32}|0{24}01000000|0000000000000000FFFF00000100007F):/
const isHere = (peer: string): boolean => HERE.test(peer.split(' ')[1] ?? '')

function descriptorsOf(pid: number): string[] {
  try {
    const folder = `/proc/${pid}/fd`
    return readdirSync(folder).map((name) => {
      try {
        return readlinkSync(join(folder, name))
      } catch {
        return '' // closed meanwhile
      }
    })
  } catch {
    return [] // ended meanwhile
  }
}

function familyOf(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }))
  const family = [root]
  for (const member of family) family.push(...parents.filter(({ parent }) => parent === member).map(({ pid }) => pid))
  return family
}

function parentOf(pid: string): number {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0 // ended meanwhile
  }
}

/** Addresses that Chromium asked for, as its own log has them. */
function asked(netLog: string): string[] {
  const urls = readFileSync(netLog, 'utf8').matchAll(/"url":"([^"]+)"/g)
  return [...urls].map(([, url]) => url!)
}

it('makes no connection, whatever is done', { timeout: 120_000 }, async () => {
  const folder = newFolder()
  const netLog = join(folder, 'mạng.json')
  const { app, page, close } = await launch({ args: [`--log-net-log=${netLog}`] })
  const root = app.process().pid!
  const found = new Set<string>()
  const watch = setInterval(() => socketsOutside(root).forEach((each) => found.add(each)), 100)
  await waitForState(page, 'ready')
  const rail = page.getByRole('navigation').first().getByRole('button')
  await eventually(() => rail.count()).toBeGreaterThan(8)
  for (let at = 0; at < (await rail.count()); at += 1) {
    await rail.nth(at).click()
    await page.locator('main').waitFor()
  }
  expect(
    await call(page, 'labs.save', { change: { nameVi: 'Phòng không mạng (hư cấu)', website: 'https://example.com' } }),
  ).toMatchObject({ ok: true })
  expect(await call(page, 'capability.find', { query: 'nước' })).toMatchObject({ ok: true })
  await choosesToSave(app, join(folder, 'ra.xlsx'))
  await page.keyboard.press('Control+2')
  await page.getByRole('row', { name: /không mạng/ }).waitFor()
  await page.keyboard.press('Control+e')
  await eventually(() => readdirSync(folder)).toContain('ra.xlsx')
  clearInterval(watch)
  await close()
  expect([...found]).toEqual([])
  expect(readFileSync(netLog, 'utf8')).toContain('"logEventTypes"')
  expect(asked(netLog).filter((url) => !/^(app|data|blob|devtools):/.test(url))).toEqual([])
})
