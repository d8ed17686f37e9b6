// The doors of a window, tried from inside a real one: which exist, and what each of them refuses.
// The first test pins them; a new one is added here on purpose or not at all.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { RegistryBridge, ShellBridge } from '../../db/model/bridge'
import { call, callAnything, eventually, launch, newFolder, waitForState } from './harness'
import { handOver, ordinaryUid, ordinaryUser } from './ordinary-user'

type Bridges = { registry: RegistryBridge; shell: ShellBridge }

let app: ElectronApplication
let page: Page
let userData: string

beforeAll(async () => {
  ;({ app, page, userData } = await launch({ ordinary: true }))
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
        'openSaved',
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

describe('the process of a page', () => {
  it('runs as an ordinary user behind a filter on system calls, with no way to more rights', async () => {
    const pid = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
    )
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const of = (name: string): string | undefined => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1]
    expect([of('Seccomp'), of('NoNewPrivs')]).toEqual(['2', '1'])
    const uids = of('Uid')?.split('\t')
    expect(uids).toEqual(Array(4).fill(String(ordinaryUid)))
    expect(ordinaryUid).not.toBe(0)
    // a room of its own: it sees neither the processes nor the network of the machine
    const room = (id: number | 'self', kind: string): string => readlinkSync(`/proc/${id}/ns/${kind}`)
    for (const kind of ['pid', 'net', 'user']) expect([kind, room(pid, kind)]).not.toEqual([kind, room('self', kind)])
    expect(readFileSync(`/proc/${app.process().pid}/cmdline`, 'utf8')).not.toContain('--no-sandbox')
  })

  it.each(['--no-sandbox', '--disable-web-security'])(
    'is not begun with %s: the program says why, and ends',
    async (off) => {
      const { executable, app: program } = ordinaryUser()
      const own = newFolder()
      handOver(own)
      const args = ['--log-level=3', '--password-store=basic', `--user-data-dir=${own}`, program, off]
      const child = spawn(executable, args, { cwd: own, env: { ...process.env, ...inject('electron').env } })
      let said = ''
      child.stderr.on('data', (data) => (said += String(data)))
      await eventually(() => said).toContain(`this protection is missing: ${off}`)
      expect(existsSync(join(own, 'registers'))).toBe(false)
      await new Promise((done) => child.once('exit', done).kill('SIGKILL'))
    },
  )
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

  it('too large to be one is refused, and the next one is answered', async () => {
    const reply = await page.evaluate(() =>
      (window as unknown as Bridges).registry.call('labs.list', { text: 'x'.repeat(40 * 2 ** 20) }),
    )
    expect(reply).toMatchObject(refusal('too_large'))
    expect(await call(page, 'labs.list', {})).toMatchObject({ ok: true })
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
    const other = await launch({ ordinary: true, args: [`--open=${file}`] })
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
    "shell.openSaved('/etc/passwd')",
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
    const answers = await app.evaluate(async ({ app: program, BrowserWindow }, file) => {
      const preload = `${program.getAppPath()}/${file}`
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
    }, 'out/preload/index.js')
    expect(answers).toEqual(['refused', 'unanswered'])
  })
})

describe('a page that got hold of the raw channel', () => {
  it('reaches the verbs and nothing else, and no verb takes what is not of its form', async () => {
    const preload = join(newFolder(), 'raw.js')
    writeFileSync(preload, "window.raw = require('electron').ipcRenderer")
    handOver(dirname(preload))
    const answers = await app.evaluate(
      async ({ BrowserWindow }, told) => {
        const webPreferences = { preload: told.preload, sandbox: true, contextIsolation: false }
        const thief = new BrowserWindow({ show: false, webPreferences })
        try {
          await thief.loadURL('app://bundle/pdf/jbig2_nowasm_fallback.js')
          const ask = ([channel, sent]: readonly [string, string]): Promise<string> =>
            thief.webContents.executeJavaScript(
              `raw.invoke(${JSON.stringify(channel)}, ${sent}).then((it) => 'answered ' + it, (error) => String(error))`,
            ) as Promise<string>
          const all: string[] = []
          for (const each of told.asked) all.push(await ask(each))
          return all
        } finally {
          thief.destroy()
        }
      },
      {
        preload,
        asked: [
          ...[
            'shell:run',
            'shell:__proto__',
            'shell:constructor',
            'shell:openExternal',
            'registry:connect',
            '',
            'ELECTRON_BROWSER_REQUIRE',
          ].map((channel) => [channel, "'calc.exe'"] as const),
          ['shell:openLent', "'file:///etc/passwd'"],
          ['shell:openLent', "'https://evil.invalid'"],
          ['shell:openLent', "'ms-msdt:/id PCWDiagnostic'"],
          ['shell:openLent', "['grant:00000000-0000-4000-8000-000000000000']"],
          ['shell:reveal', "{ __proto__: { ref: 'x' } }"],
          ['shell:lend', "{ kind: 'pdf', name: 'a', path: '/etc' }"],
          ['shell:lend', "{ kind: 'desktop', name: 'a' }"],
          ['shell:openWindow', 'JSON.parse(\'{"screen":"lab","__proto__":{"id":"x"}}\')'],
          ['shell:pickSave', "{ kind: 'pdf', name: 'x'.repeat(5e6) }"],
          ['shell:offer', "Array(5e5).fill({ id: 'a', label: 'a', bar: 'go', enabled: true })"],
          ['shell:zoom', '1n'],
        ] as const,
      },
    )
    expect(answers.filter((answer) => !/refused|No handler registered/.test(answer))).toEqual([])
    expect(await windows()).toBe(1)
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
  handOver(folder)
  const settings = { folder, profile: join(folder, 'profile'), version: '0', today: '2026-11-23', previousExit: null }
  return from.evaluate(
    async ({ app: program, utilityProcess, MessageChannelMain }, told) => {
      const child = utilityProcess.fork(`${program.getAppPath()}/out/main/registry.js`, [JSON.stringify(told.settings)])
      try {
        const { port1, port2 } = new MessageChannelMain()
        child.postMessage({ type: 'secrets', available: false, kept: {} })
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
    { settings, calls },
  )
}
