// Errors that nobody foresaw: a calm sentence with a number, a line in the log without what was typed, and the work goes on.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { call, eventually, launch, screenshot, waitForState } from './harness'

const logOf = (userData: string) => {
  const file = join(userData, 'profile', 'logs', 'registry.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

it.each([
  ['throws', "setTimeout(() => { throw new Error('hỏng “Phòng Bí Mật”') })"],
  ['rejects', "void Promise.reject(new Error('hỏng “Phòng Bí Mật”'))"],
])('a window that %s says so once, with the number that is in the log', async (_what, script) => {
  const { page, userData, close } = await launch()
  await waitForState(page, 'ready')
  await page.evaluate(script)
  const told = page.getByRole('alert').filter({ hasText: 'Có sự cố bất ngờ' })
  await eventually(() => told.count()).toBe(1)
  const number = /mã (\d{4})/.exec((await told.textContent()) ?? '')?.[1]
  await screenshot(page, 'unexpected-window')
  await eventually(() => logOf(userData)).toContain(`error ${number} in a window: Error: `)
  expect(logOf(userData)).not.toContain('Bí Mật')
  expect(await call(page, 'register.info', {})).toMatchObject({ ok: true })
  await close()
})

it('the shell says so in a box, and goes on', async () => {
  const { app, page, userData, close } = await launch()
  await waitForState(page, 'ready')
  await app.evaluate(({ dialog }) => {
    const asked: unknown[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = ((options: unknown) => {
      asked.push(options)
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }) as typeof dialog.showMessageBox
    setTimeout(() => {
      throw new Error('hỏng ở vỏ')
    })
    void Promise.reject(new Error('lời hứa hỏng'))
  })
  const asked = () => app.evaluate(() => (globalThis as unknown as { asked: { detail: string }[] }).asked)
  await eventually(async () => (await asked()).length).toBeGreaterThan(0)
  const number = /Mã sự cố (\d{4})/.exec((await asked())[0]!.detail)?.[1]
  await eventually(() => logOf(userData)).toContain(`error ${number} in the shell: Error: `)
  await eventually(() => logOf(userData).split(' in the shell: Error: ').length).toBe(3)
  expect(await call(page, 'register.info', {})).toMatchObject({ ok: true })
  await close()
})

it('a page that dies is loaded again, and the log knows; one that dies again and again comes back with the register set aside', async () => {
  const { app, page, userData, close } = await launch()
  await waitForState(page, 'ready')
  /** Ends the page and waits until it has been loaded again; gives what it then says of the register. */
  const dies = (what: string) =>
    app.evaluate(async ({ BrowserWindow }, script) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents
      const loaded = new Promise<void>((done) => contents.once('did-finish-load', () => done()))
      contents.forcefullyCrashRenderer()
      await loaded
      return contents.executeJavaScript(script) as Promise<string>
    }, what)
  const asked = "registry.call('register.info', {}).then((reply) => reply.ok ? 'open' : reply.error.code)"
  for (let times = 0; times < 3; times += 1) expect(await dies(asked)).toBe('open')
  await eventually(() => logOf(userData)).toContain('the page process ended')
  const said = `new Promise((done) => {
    const look = () => {
      const alert = [...document.querySelectorAll('[role=alert]')].find((each) => each.textContent.includes('dừng nhiều lần liền'))
      if (alert) done(alert.textContent)
      else setTimeout(look, 100)
    }
    look()
  })`
  const number = /Mã sự cố (\d{4})/.exec(await dies(said))?.[1]
  expect(logOf(userData)).toContain(`crash ${number}: `)
  expect(
    await app.evaluate(
      ({ BrowserWindow }, script) =>
        BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(script) as Promise<string>,
      asked,
    ),
  ).toBe('no_register')
  await close()
})
