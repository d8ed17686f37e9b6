// The register's process dies under the window: it comes back by itself, nothing saved is lost, and nothing unsure is called saved.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { RegistryBridge, RegistryState } from '../../db/model/bridge'
import type { Reply } from '../../db/model/errors'
import { call, eventually, launch, screenshot, waitForState } from './harness'

const addLab = (page: Page, nameVi: string) => call(page, 'labs.save', { change: { nameVi } })
const findLab = async (page: Page, text: string) => {
  const reply = await call(page, 'labs.list', { text })
  return reply.ok ? reply.value.rows.map(({ nameVi }) => nameVi) : reply.error.code
}

async function registryPid(app: ElectronApplication): Promise<number> {
  const find = () =>
    app.evaluate(
      ({ app: program }) => program.getAppMetrics().find(({ name }) => name === 'so-cong-nhan registry')?.pid,
    )
  await eventually(find).toBeDefined()
  return (await find()) ?? 0
}

/** Collects the states a page hears from now on. */
const hearStates = (page: Page) =>
  page.evaluate(() => {
    const heard: RegistryState[] = []
    const { registry } = window as unknown as { registry: RegistryBridge }
    registry.onState((state) => heard.push(state))
    Object.assign(window, { heard })
  })
const heardStates = (page: Page) => page.evaluate(() => (window as unknown as { heard: RegistryState[] }).heard)

const lost = { ok: false, error: { code: 'internal', fields: [{ rule: 'registry_restarted' }] } }

async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

describe('when the registry process is killed', () => {
  it('the window is connected again and finds what was saved', async () => {
    const { app, page } = await launch()
    await waitForState(page, 'ready')
    await hearStates(page)
    expect(await addLab(page, 'Phòng thử nghiệm Hà Khánh')).toMatchObject({ ok: true })
    const before = await registryPid(app)
    process.kill(before, 'SIGKILL')
    await eventually(() => heardStates(page)).toEqual(['ready', 'restarting', 'ready'])
    expect(await registryPid(app)).not.toBe(before)
    expect(await findLab(page, 'ha khanh')).toEqual(['Phòng thử nghiệm Hà Khánh'])
    expect(await addLab(page, 'Phòng thử nghiệm Cái Lân')).toMatchObject({ ok: true })
    expect(await call(page, 'register.info', {})).toMatchObject({ ok: true, value: { readOnly: false } })
  })

  it('a call under way says that nobody knows, one made meanwhile waits for the new process', async () => {
    const { app, page } = await launch()
    await waitForState(page, 'ready')
    const pid = await registryPid(app)
    process.kill(pid, 'SIGSTOP')
    const underWay = page.evaluate(() => {
      const { registry } = window as unknown as { registry: RegistryBridge }
      const meanwhile = new Promise<Reply<unknown>>((answer) => {
        const end = registry.onState((state) => {
          if (state === 'restarting') void registry.call('register.info', {}).then(answer)
        })
        void meanwhileEnds(() => end())
      })
      function meanwhileEnds(work: () => void) {
        return Promise.resolve().then(() => meanwhile.finally(work))
      }
      return Promise.all([
        registry.call('labs.save', { change: { nameVi: 'Phòng thử nghiệm Hà Tu' } }),
        registry.call('labs.list', {}),
        meanwhile,
      ])
    })
    await page.waitForTimeout(200)
    process.kill(pid, 'SIGKILL')
    const [write, read, meanwhile] = await underWay
    expect(write).toMatchObject(lost)
    expect(read).toMatchObject(lost)
    expect(meanwhile).toMatchObject({ ok: true })
  })

  it('every window is connected again', async () => {
    const { app, page } = await launch()
    await waitForState(page, 'ready')
    const second = app.waitForEvent('window')
    await page.evaluate(() =>
      (window as unknown as { shell: { openWindow(target: object): void } }).shell.openWindow({ screen: 'labs' }),
    )
    const other = await second
    await waitForState(other, 'ready')
    await hearStates(other)
    process.kill(await registryPid(app), 'SIGKILL')
    await eventually(() => heardStates(other)).toEqual(['ready', 'restarting', 'ready'])
    for (const window of [page, other]) expect(await call(window, 'register.info', {})).toMatchObject({ ok: true })
  })

  it('over and over, the register is left closed and the recovery screen says so with a number; it opens again from there', async () => {
    const { app, page, userData } = await launch()
    await waitForState(page, 'ready')
    await addLab(page, 'Phòng thử nghiệm Hà Khánh')
    await hearStates(page)
    for (const times of [1, 2, 3, 4]) {
      process.kill(await registryPid(app), 'SIGKILL')
      const again = Array.from({ length: times }, () => ['restarting', 'ready']).flat()
      await eventually(() => heardStates(page)).toEqual(['ready', ...again])
    }
    const said = page.getByRole('alert').filter({ hasText: 'dừng nhiều lần liền' })
    await eventually(() => said.count()).toBe(1)
    const number = /Mã sự cố (\d{4})/.exec((await said.textContent()) ?? '')?.[1]
    expect(readFileSync(join(userData, 'profile/logs/registry.log'), 'utf8')).toContain(`crash ${number}: `)
    await screenshot(page, 'recovery-after-crashes')
    expect(await call(page, 'register.info', {})).toMatchObject({ ok: false, error: { code: 'no_register' } })
    for (const name of ['Thử mở lại', 'Khôi phục', 'Mở sổ khác'])
      expect([name, await page.getByRole('button', { name }).count()]).not.toEqual([name, 0])
    await page.getByRole('button', { name: 'Thử mở lại' }).click()
    await eventually(() => findLab(page, 'ha khanh')).toEqual(['Phòng thử nghiệm Hà Khánh'])
  })

  it('the log tells how it ended', async () => {
    const { app, page, userData } = await launch()
    await waitForState(page, 'ready')
    await hearStates(page)
    process.kill(await registryPid(app), 'SIGKILL')
    await eventually(() => heardStates(page)).toEqual(['ready', 'restarting', 'ready'])
    expect(readFileSync(join(userData, 'profile/logs/registry.log'), 'utf8')).toMatch(/started again after exit code/)
  })
})

describe('at the end', () => {
  it('the register is closed whole: no journal beside it, and the next start finds everything', async () => {
    const first = await launch()
    await waitForState(first.page, 'ready')
    await addLab(first.page, 'Phòng thử nghiệm Hà Khánh')
    const file = join(first.userData, 'registers/so-quang-ninh.scn')
    expect(existsSync(`${file}-wal`)).toBe(true)
    const again = await first.restart()
    await waitForState(again.page, 'ready')
    expect(await findLab(again.page, 'ha khanh')).toEqual(['Phòng thử nghiệm Hà Khánh'])
    await again.close()
    expect([existsSync(file), existsSync(`${file}-wal`), existsSync(`${file}-shm`)]).toEqual([true, false, false])
  })

  it('no registry process outlives a program that was killed', async () => {
    const { app, page } = await launch()
    await waitForState(page, 'ready')
    const pid = await registryPid(app)
    expect(await isAlive(pid)).toBe(true)
    app.process().kill('SIGKILL')
    await eventually(() => isAlive(pid)).toBe(false)
  })
})
