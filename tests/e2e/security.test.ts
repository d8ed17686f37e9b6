// The doors of a window, tried from inside a real one: which exist, and what each of them refuses.
// The first test pins them; a new one is added here on purpose or not at all.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RegistryBridge, ShellBridge } from '../../db/model/bridge'
import { call, callAnything, eventually, launch, newFolder, root, waitForState } from './harness'

type Bridges = { registry: RegistryBridge; shell: ShellBridge }

let app: ElectronApplication
let page: Page
let userData: string

beforeAll(async () => {
  ;({ app, page, userData } = await launch())
  await waitForState(page, 'ready')
})

const refusal = (code: string) => ({ ok: false, error: { code } })
describe('the doors', () => {
  it('are these and no other', async () => {
    const doors = await page.evaluate(() => {
      const { registry, shell } = window as unknown as Bridges
      return { registry: Object.keys(registry), shell: Object.keys(shell), versions: Object.keys(shell.versions) }
    })
    expect(doors).toEqual({
      registry: ['call', 'onChanged', 'onProgress', 'onState'],
      shell: [
        'pickOpen',
        'pickPapers',
        'pickSave',
        'pickFolder',
        'reveal',
        'registerPlace',
        'revealRegister',
        'openWindow',
        'reload',
        'onMenu',
        'dropFile',
        'dropPaper',
        'lend',
        'openLent',
        'drawPaper',
        'stopPaper',
        'printPaper',
        'savePaper',
        'offer',
        'setLanguage',
        'zoom',
        'onZoom',
        'versions',
        'platform',
      ],
      versions: ['app', 'electron', 'chrome', 'node'],
    })
  })

  it('lead to no Node and no Electron', async () => {
    const found = await page.evaluate(() =>
      ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron', '__dirname'].filter(
        (name) => name in window,
      ),
    )
    expect(found).toEqual([])
  })

  it('cannot be replaced by a page script', async () => {
    const kept = await page.evaluate(() => {
      const bridges = window as unknown as Bridges
      const before = bridges.registry.call
      try {
        bridges.registry.call = () => Promise.reject(new Error('stolen'))
      } catch {
        // frozen
      }
      return bridges.registry.call === before
    })
    expect(kept).toBe(true)
  })

  it('stand in a sandboxed, isolated page without Node', async () => {
    const preferences = await app.evaluate(({ webContents }) => {
      const contents = webContents.getAllWebContents()[0] as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity }
    })
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    })
  })
})

describe('a call', () => {
  it.each(['register.open', 'exchange.importPreview'])('%s does not take a path', async (name) => {
    const secret = join(newFolder(), 'secret.scn')
    writeFileSync(secret, 'secret')
    for (const file of [secret, `file://${secret}`, '../../secret.scn']) {
      const reply = await callAnything(page, name, { file })
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_input', fields: [{ field: 'file' }] } })
    }
  })

  it('does not take a grant that nobody gave', async () => {
    const file = 'grant:00000000-0000-4000-8000-000000000000'
    expect(await call(page, 'register.open', { file })).toMatchObject(refusal('bad_grant'))
    expect(await callAnything(page, 'exchange.exportList', { file, format: 'csv' })).toMatchObject(refusal('bad_grant'))
  })

  it.each(['', 'labs.drop', 'LABS.LIST', 'labs', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'of the unknown name %j is refused',
    async (name) => {
      expect(await callAnything(page, name, {})).toMatchObject(refusal('unknown_call'))
    },
  )

  it.each([null, 7, ['labs.list'], { toString: 'labs.list' }, 'x'.repeat(200)])(
    'whose name is not a name is refused (%#)',
    async (name) => {
      expect(await callAnything(page, name, {})).toMatchObject(refusal('invalid_input'))
    },
  )

  it('with a field of its own invention is refused, and changes nothing', async () => {
    const before = await call(page, 'register.info', {})
    for (const input of [
      { change: { nameVi: 'Phòng lạ', rid: 1 } },
      { change: { nameVi: 'Phòng lạ' }, actor: 'giám đốc' },
      'DROP TABLE laboratory',
      [],
      null,
    ]) {
      const reply = await callAnything(page, 'labs.save', input)
      expect([input, reply.ok]).toEqual([input, false])
    }
    expect(await call(page, 'register.info', {})).toEqual(before)
  })

  it('that cannot be copied to another process is answered, not lost', async () => {
    const reply = await page.evaluate(() =>
      (window as unknown as Bridges).registry.call('labs.list', { text: () => 'a function' }),
    )
    expect(reply).toMatchObject(refusal('invalid_input'))
  })

  it('of a viewer reads and never writes', async () => {
    const password = 'bốn con mèo đen'
    const [, , , , ...replies] = await inOwnProcess(app, [
      ['people.add', { name: 'lan', role: 'admin', password }],
      ['people.signIn', { name: 'lan', password }],
      ['people.add', { name: 'hoa', role: 'viewer', password }],
      ['people.signIn', { name: 'hoa', password }],
      ['register.info', {}],
      ['labs.save', { change: { nameVi: 'Phòng lạ' } }],
      ['settings.set', { key: 'place', value: 'Hạ Long' }],
      ['register.create', { kind: 'empty' }],
    ])
    expect(replies).toMatchObject([
      { ok: true, value: { role: 'viewer' } },
      refusal('forbidden'),
      refusal('forbidden'),
      refusal('forbidden'),
    ])
  })

  it('writes nothing into a register that another program holds', async () => {
    const file = join(userData, 'registers', 'so-quang-ninh.scn')
    const other = await launch({ args: [`--open=${file}`] })
    await waitForState(other.page, 'ready')
    expect(await call(other.page, 'register.info', {})).toMatchObject({ ok: true, value: { readOnly: 'locked' } })
    expect(await call(other.page, 'labs.save', { change: { nameVi: 'Phòng lạ' } })).toMatchObject(
      refusal('file_locked'),
    )
    expect(await call(other.page, 'labs.list', {})).toMatchObject({ ok: true })
    await other.close()
  })
})

describe('the shell', () => {
  it.each([
    "shell.reveal('/etc/passwd')",
    "shell.reveal({ toString: () => 'grant:00000000-0000-4000-8000-000000000000' })",
    "shell.pickOpen('folder')",
    "shell.pickOpen('__proto__')",
    "shell.lend('exe', 'a')",
    "shell.lend('pdf', { name: 'a' })",
    "shell.openLent('/etc/passwd')",
    "shell.pickSave('exe', 'a')",
    "shell.pickSave('xlsx', { name: 'a' })",
    "shell.openWindow({ screen: '../../evil' })",
    "shell.openWindow({ screen: 'lab', id: 'x?y' })",
    "shell.openWindow({ screen: 'lab', url: 'https://example.invalid' })",
    "shell.setLanguage('xx')",
    'shell.zoom(50)',
    "shell.dropFile({ path: '/etc/passwd' })",
  ])('refuses %s', async (attempt) => {
    const answer = await page.evaluate(
      ([source]) => {
        const run = new Function('shell', `return ${source}`) as (shell: ShellBridge) => Promise<unknown>
        return run((window as unknown as Bridges).shell).then(
          (value) => value,
          () => 'refused',
        )
      },
      [attempt] as const,
    )
    // a thing that is not a dropped file is simply no file
    expect(answer).toBe(attempt.includes('dropFile') ? null : 'refused')
    expect(await windows()).toBe(1)
  })

  it('makes no grant from a file that a script made up', async () => {
    const answer = await page.evaluate(() => {
      const made = new File(['x'], '/etc/passwd')
      Object.defineProperty(made, 'path', { value: '/etc/passwd' })
      return (window as unknown as Bridges).shell.dropFile(made)
    })
    expect(answer).toBeNull()
  })

  it('does not listen to a page that is not ours, even in a window of ours', async () => {
    const answers = await app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
        try {
          await stranger.loadURL('data:text/html,stranger')
          const ask = (source: string) =>
            stranger.webContents.executeJavaScript(`Promise.race([
            ${source}.then(() => 'answered', () => 'refused'),
            new Promise((done) => setTimeout(done, 1000, 'unanswered')),
          ])`) as Promise<string>
          return [await ask('shell.zoom(1)'), await ask("registry.call('register.info', {})")]
        } finally {
          stranger.destroy()
        }
      },
      join(root, 'out/preload/index.js'),
    )
    expect(answers).toEqual(['refused', 'unanswered'])
  })
})

it('writes no name from a refused call into the log', async () => {
  await callAnything(page, 'Trần Thị Lan', { text: 'Trần Thị Lan' })
  await callAnything(page, { name: 'Trần Thị Lan' }, {})
  const log = join(userData, 'profile', 'logs', 'registry.log')
  await eventually(() => existsSync(log) && readFileSync(log, 'utf8')).toContain('refused a request of the wrong form')
  expect(readFileSync(log, 'utf8')).not.toContain('Lan')
})

const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

/** Calls made one after the other over a port to a registry process of their own. */
function inOwnProcess(from: ElectronApplication, calls: [string, unknown][]): Promise<unknown[]> {
  const folder = newFolder()
  const settings = { folder, profile: join(folder, 'profile'), version: '0', today: '2026-11-23', previousExit: null }
  return from.evaluate(
    async ({ utilityProcess, MessageChannelMain }, told) => {
      const child = utilityProcess.fork(told.script, [JSON.stringify(told.settings)])
      try {
        const { port1, port2 } = new MessageChannelMain()
        child.postMessage({ type: 'window' }, [port1])
        const replies: unknown[] = []
        const all = new Promise<void>((done) => {
          const next = (): void => {
            const call = told.calls[replies.length]
            if (call === undefined) done()
            else port2.postMessage({ id: replies.length + 1, name: call[0], input: call[1] })
          }
          port2.on('message', ({ data }: { data: { id?: number; reply?: unknown } }) => {
            if (data.id === undefined) return
            replies.push(data.reply)
            next()
          })
          port2.start()
          next()
        })
        await all
        return replies
      } finally {
        child.kill()
      }
    },
    { script: join(root, 'out/main/registry.js'), settings, calls },
  )
}
