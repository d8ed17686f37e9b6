// What a page cannot do, whatever script gets into it: leave, open windows, run foreign code, reach network or disk, be given permissions.
// A real server listens on this machine; at the end it must not have heard a word.
import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, launch, newFolder, waitForState } from './harness'

let app: ElectronApplication
let page: Page
let server: Server
let outside: string
const heard: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    response.setHeader('Access-Control-Allow-Origin', '*').end('window.remoteRan = 1')
  })
  server.on('upgrade', (request, socket) => {
    heard.push(`upgrade ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  outside = `127.0.0.1:${(server.address() as AddressInfo).port}`
  ;({ app, page } = await launch({ ordinary: true }))
  await waitForState(page, 'ready')
})
afterAll(() => server.close())

const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const home = () => page.evaluate(() => location.href.split('#')[0])
const pause = () => page.waitForTimeout(200)

/** Runs a statement in the page; `outside` and `add(tag, properties)` are known to it. Gives 'done', or the name of the error. */
function attempt(source: string): Promise<string> {
  return page.evaluate(
    async ([code, host]) => {
      const add = (tag: string, properties: object) => {
        const element = Object.assign(document.createElement(tag), properties)
        document.body.append(element)
        return element
      }
      try {
        // the inspector may evaluate text, the page may not (see below)
        const run = new Function('add', 'outside', `return (async () => { ${code} })()`) as (
          ...known: unknown[]
        ) => Promise<void>
        await run(add, host)
        return 'done'
      } catch (error) {
        return error instanceof Error ? error.name : 'refused'
      }
    },
    [source, outside] as const,
  )
}

describe('a page', () => {
  it.each([
    'location.href = `http://${outside}/href`',
    "location.assign('file:///etc/passwd')",
    "location.replace('app://bundle/other.html')",
    "location.href = 'app://evil/'",
    "location.href = 'data:text/html,hello'",
    "location.href = 'javascript:window.hacked=1'",
    "add('a', { href: `http://${outside}/link` }).click()",
    "add('a', { href: 'file:///etc/passwd', target: '_blank' }).click()",
    "add('form', { action: `http://${outside}/form`, method: 'post' }).submit()",
    "add('meta', { httpEquiv: 'refresh', content: `0;url=http://${outside}/meta` })",
  ])('does not leave by %s', async (source) => {
    const before = await home()
    await attempt(source)
    await pause()
    expect(await home()).toBe(before)
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await windows()).toBe(1)
  })

  it('does not become a page or a file that is dropped on it', async () => {
    const before = await home()
    const inspector = await page.context().newCDPSession(page)
    for (const [mimeType, data] of [
      ['text/uri-list', `http://${outside}/dropped`],
      ['text/uri-list', 'file:///etc/passwd'],
      ['text/html', '<script>window.droppedRan = 1</script>'],
    ]) {
      const dragged = { items: [{ mimeType, data }], dragOperationsMask: 1 }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await inspector.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data: dragged as never })
      await pause()
    }
    await inspector.detach()
    expect(await home()).toBe(before)
    expect(await page.evaluate(() => 'droppedRan' in window)).toBe(false)
    expect(await windows()).toBe(1)
    expect(heard).toEqual([])
  })

  it('opens no window of its own', async () => {
    for (const url of ['', 'about:blank', 'app://bundle/', `http://${outside}/window`])
      expect(await page.evaluate((target) => window.open(target) === null, url)).toBe(true)
    expect(await windows()).toBe(1)
  })

  it('runs no script that was not built into it', async () => {
    await attempt(`
      add('script', { textContent: 'window.inlineRan = 1' })
      add('script', { src: 'data:text/javascript,window.dataRan=1' })
      add('script', { src: URL.createObjectURL(new Blob(['window.blobRan = 1'])) })
      add('script', { src: 'http://' + outside + '/script' })
      add('div', { innerHTML: '<img src="data:," onerror="window.handlerRan = 1">' })
    `)
    const ran = await page.evaluate(
      () =>
        new Promise<string[]>((done) => {
          // from the next turn on the page is on its own: the inspector's leave to evaluate text is over
          setTimeout(() => {
            const ways: [string, () => unknown][] = [
              ['eval', () => (0, eval)('1')],
              ['Function', () => new Function('return 1')()],
            ]
            const worked = ways.filter(([, way]) => {
              try {
                way()
                return true
              } catch {
                return false
              }
            })
            const marks = ['inlineRan', 'dataRan', 'blobRan', 'remoteRan', 'handlerRan'].filter(
              (mark) => mark in window,
            )
            setTimeout(() => done([...worked.map(([name]) => name), ...marks]), 200)
          })
        }),
    )
    expect(ran).toEqual([])
  })

  it('reads no file and nothing beside its own bundle', async () => {
    const secret = join(newFolder(), 'secret.txt')
    writeFileSync(secret, 'secret')
    for (const url of [`file://${secret}`, 'app://evil/index.html', 'data:text/plain,x', 'blob:app://bundle/x'])
      expect([url, await attempt(`await fetch(${JSON.stringify(url)})`)]).toEqual([url, 'TypeError'])
    expect(await page.evaluate(() => fetch('app://bundle/..%2fmain/index.js').then(({ status }) => status))).toBe(404)
    expect(await page.evaluate(() => fetch('app://bundle/', { method: 'POST' }).then(({ status }) => status))).toBe(404)
  })

  it.each([
    'await fetch(`http://${outside}/fetch`)',
    "await fetch(`http://${outside}/opaque`, { mode: 'no-cors' })",
    'navigator.sendBeacon(`http://${outside}/beacon`, "x")',
    'new WebSocket(`ws://${outside}/socket`)',
    'new EventSource(`http://${outside}/events`)',
    "add('img', { src: `http://${outside}/image` })",
    "add('video', { src: `http://${outside}/video` })",
    "add('link', { rel: 'stylesheet', href: `http://${outside}/style` })",
    "add('link', { rel: 'prefetch', href: `http://${outside}/prefetch` })",
    "add('link', { rel: 'preconnect', href: `http://${outside}` })",
    "add('iframe', { src: `http://${outside}/frame` })",
    "add('a', { href: '#', ping: `http://${outside}/ping` }).click()",
    "new Worker('data:text/javascript,fetch(1)')",
    "await navigator.serviceWorker.register('worker.js')",
    "await import('http://' + outside + '/module')",
    "await (await new FontFace('x', `url(http://${outside}/font)`)).load()",
  ])('sends nothing out by %s', async (source) => {
    await attempt(source)
    await pause()
    expect(heard).toEqual([])
  })

  it('sends nothing out even when its policy is gone: the session refuses too', async () => {
    const answer = await app.evaluate(
      ({ net }, host) =>
        net.fetch(`http://${host}/session`).then(
          () => 'sent',
          () => 'refused',
        ),
      outside,
    )
    expect(answer).toBe('refused')
    expect(heard).toEqual([])
  })

  it('shows no frame, no plug-in and no webview', async () => {
    const contents = () => app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
    const before = await contents()
    await attempt(`add('div', { innerHTML:
      '<iframe src="app://bundle/"></iframe><iframe srcdoc="x"></iframe><object data="app://bundle/"></object><webview src="about:blank"></webview>' })`)
    await pause()
    expect(await contents()).toBe(before)
    expect(page.frames().filter((frame) => frame.url().startsWith('app:'))).toHaveLength(1)
  })

  it('is given no permission', async () => {
    const granted = await page.evaluate(async () => {
      const asked = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'local-fonts']
      const states = await Promise.all(
        asked.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
      )
      return asked.filter((_, index) => states[index] === 'granted')
    })
    expect(granted).toEqual([])
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
    for (const source of [
      'await navigator.mediaDevices.getUserMedia({ audio: true })',
      'await navigator.mediaDevices.getDisplayMedia()',
      'await navigator.clipboard.readText()',
      'await new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail))',
    ])
      expect([source, await attempt(source)]).not.toEqual([source, 'done'])
  })

  it('may put a selection on the clipboard, which is what people do with it', async () => {
    await page.mouse.click(5, 5)
    expect(await attempt("await navigator.clipboard.writeText('Phòng thử nghiệm Vàng Danh')")).toBe('done')
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Phòng thử nghiệm Vàng Danh')
  })

  it('saves no file by itself', async () => {
    await app.evaluate(({ session }) => {
      const seen = globalThis as { refused?: boolean[] }
      seen.refused = []
      session.defaultSession.on('will-download', (event) => seen.refused?.push(event.defaultPrevented))
    })
    await attempt("add('a', { href: URL.createObjectURL(new Blob(['x'])), download: 'x.txt' }).click()")
    await eventually(() => app.evaluate(() => (globalThis as { refused?: boolean[] }).refused)).toEqual([true])
  })
})
