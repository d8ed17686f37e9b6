// The registry process under supervision: restarts, back-off, giving up, grants across a restart, and a clean end.
import { describe, expect, it } from 'vitest'
import type { RegistryState } from '../../db/model/bridge'
import type { ShellMessage } from '../../db/model/process-messages'
import { Supervisor, type ChildEvents } from '../../electron/supervisor'

interface FakeChild {
  events: ChildEvents
  previousExit: number | null
  closed: string | null
  posted: [ShellMessage, string[]][]
  killed: boolean
}

function scene() {
  const children: FakeChild[] = []
  const states: RegistryState[] = []
  const refused: string[] = []
  const timers: { at: number; work: () => void }[] = []
  let now = 0
  let starts = 0
  const supervisor = new Supervisor<string>({
    start({ previousExit, closed }, events) {
      const child: FakeChild = { events, previousExit, closed, posted: [], killed: false }
      children.push(child)
      return {
        post: (message, ports) => void child.posted.push([message, ports]),
        kill: () => {
          child.killed = true
        },
      }
    },
    onStarted: () => void (starts += 1),
    now: () => now,
    after: (milliseconds, work) => void timers.push({ at: now + milliseconds, work }),
    onState: (state) => void states.push(state),
    newNumber: () => '4711',
    onRefused: (path) => void refused.push(path),
  })
  const last = (): FakeChild => children.at(-1)!
  return {
    supervisor,
    children,
    states,
    refused,
    last,
    starts: () => starts,
    ready: (file: string | null = null) => last().events.onMessage({ type: 'ready', refused: file }),
    crash: (code = 139) => last().events.onExit(code),
    pass: (milliseconds: number) => {
      now += milliseconds
      for (const timer of timers.splice(0)) {
        if (timer.at <= now) timer.work()
        else timers.push(timer)
      }
    },
  }
}

describe('the registry process', () => {
  it('is started at once and is ready when it says so', () => {
    const { supervisor, children, states, ready } = scene()
    expect(children).toHaveLength(1)
    expect(children[0]?.previousExit).toBeNull()
    expect(supervisor.state).toBe('connecting')
    ready()
    expect(states).toEqual(['ready'])
  })

  it('is started again after a crash: at once, then later and later', () => {
    const { children, states, starts, ready, crash, pass } = scene()
    ready()
    for (const [pause, tooEarly] of [
      [0, -1],
      [500, 499],
      [2000, 1999],
    ] as const) {
      const before = children.length
      crash()
      if (tooEarly >= 0) pass(tooEarly)
      expect(children).toHaveLength(before)
      pass(pause - Math.max(tooEarly, 0))
      expect(children).toHaveLength(before + 1)
      ready()
    }
    expect(children.map(({ previousExit }) => previousExit)).toEqual([null, 139, 139, 139])
    expect(starts()).toBe(4)
    expect(states).toEqual(['ready', 'restarting', 'ready', 'restarting', 'ready', 'restarting', 'ready'])
  })

  it('leaves the register closed after more than three crashes within a minute, under a number that a person can name', () => {
    const { supervisor, children, last, ready, crash, pass } = scene()
    for (let times = 0; times < 4; times += 1) {
      ready()
      crash()
      pass(2000)
    }
    expect(children.map(({ closed }) => closed)).toEqual([null, null, null, null, '4711'])
    expect(supervisor.state).toBe('restarting')
    ready()
    expect(supervisor.state).toBe('ready')
    // opened again by the person, and ended again
    crash()
    expect(last().closed).toBe('4711')
    ready()
    pass(60_000)
    crash()
    pass(0)
    expect(last().closed).toBeNull()
  })

  it('is given up when it ends even with the register closed, until a person asks again', () => {
    const { supervisor, children, crash, pass } = scene()
    for (let times = 0; times < 5; times += 1) {
      crash()
      pass(2000)
    }
    expect(supervisor.state).toBe('failed')
    expect(children).toHaveLength(5)
    supervisor.retry()
    expect(children).toHaveLength(6)
    expect(children.at(-1)?.closed).toBeNull()
    crash()
    pass(0)
    expect(supervisor.state).toBe('restarting')
    expect(children).toHaveLength(7)
  })

  it('may crash now and then for ever', () => {
    const { supervisor, ready, crash, pass } = scene()
    for (let times = 0; times < 10; times += 1) {
      crash()
      pass(30_000)
      ready()
    }
    expect(supervisor.state).toBe('ready')
  })

  it('does not listen to a process that was already replaced', () => {
    const { children, crash, pass, states } = scene()
    crash()
    pass(0)
    children[0]?.events.onExit(1)
    expect(states).toEqual(['restarting'])
    expect(children).toHaveLength(2)
  })

  it('tells which file did not open', () => {
    const { refused, ready } = scene()
    ready('/kho/hỏng.scn')
    expect(refused).toEqual(['/kho/hỏng.scn'])
  })
})

describe('a window’s port', () => {
  it('goes to the running process, and waits out a restart', () => {
    const { supervisor, last, crash, pass } = scene()
    expect(supervisor.attach('port 1')).toBe(true)
    expect(last().posted).toEqual([[{ type: 'window' }, ['port 1']]])
    crash()
    expect(supervisor.attach('port 2')).toBe(false)
    pass(0)
    expect(supervisor.attach('port 3')).toBe(true)
    expect(last().posted).toEqual([[{ type: 'window' }, ['port 3']]])
  })
})

describe('a grant', () => {
  it('is given by the process for the path asked', async () => {
    const { supervisor, last } = scene()
    const first = supervisor.grant('/a.scn', 'read')
    const second = supervisor.grant('/b.xlsx', 'write')
    expect(last().posted.map(([message]) => message)).toEqual([
      { type: 'grant', id: 1, path: '/a.scn', purpose: 'read' },
      { type: 'grant', id: 2, path: '/b.xlsx', purpose: 'write' },
    ])
    last().events.onMessage({ type: 'granted', id: 2, ref: 'grant:b' })
    last().events.onMessage({ type: 'granted', id: 1, ref: 'grant:a' })
    expect([await first, await second]).toEqual(['grant:a', 'grant:b'])
  })

  it('is asked for again from the process that replaces a crashed one', async () => {
    const { supervisor, last, crash, pass } = scene()
    const granted = supervisor.grant('/a.scn', 'read')
    crash()
    pass(0)
    expect(last().posted).toEqual([[{ type: 'grant', id: 1, path: '/a.scn', purpose: 'read' }, []]])
    last().events.onMessage({ type: 'granted', id: 1, ref: 'grant:a' })
    expect(await granted).toBe('grant:a')
  })

  it('is refused when the process is given up', async () => {
    const { supervisor, crash, pass } = scene()
    const waiting = supervisor.grant('/a.scn', 'read')
    for (let times = 0; times < 5; times += 1) {
      crash()
      pass(2000)
    }
    await expect(waiting).rejects.toThrow('not running')
    await expect(supervisor.grant('/a.scn', 'read')).rejects.toThrow('not running')
  })
})

describe('the place of the open register', () => {
  it('is asked of the process each time, since it may have opened another', async () => {
    const { supervisor, last } = scene()
    const first = supervisor.place()
    last().events.onMessage({ type: 'located', id: 1, path: '/sổ/một.scn' })
    const second = supervisor.place()
    last().events.onMessage({ type: 'located', id: 2, path: null })
    expect(last().posted.map(([message]) => message)).toEqual([
      { type: 'place', id: 1 },
      { type: 'place', id: 2 },
    ])
    expect([await first, await second]).toEqual(['/sổ/một.scn', null])
  })

  it('waits out a restart, and is refused when the process is given up', async () => {
    const { supervisor, last, crash, pass } = scene()
    const asked = supervisor.place()
    crash()
    pass(0)
    expect(last().posted).toEqual([[{ type: 'place', id: 1 }, []]])
    last().events.onMessage({ type: 'located', id: 1, path: '/sổ/một.scn' })
    expect(await asked).toBe('/sổ/một.scn')
    for (let times = 0; times < 4; times += 1) {
      crash()
      pass(2000)
    }
    await expect(supervisor.place()).rejects.toThrow('not running')
  })
})

describe('a register that a window cannot show', () => {
  it('is set aside once: the process closes it, and the next one leaves it closed under a number', () => {
    const { supervisor, children, states, ready, pass } = scene()
    ready()
    supervisor.setAside()
    expect(children[0]!.posted.at(-1)).toEqual([{ type: 'close' }, []])
    expect(children.map(({ closed }) => closed)).toEqual([null, '4711'])
    children[0]!.events.onExit(0)
    supervisor.setAside()
    pass(60_000)
    expect(children).toHaveLength(2)
    expect(states).toEqual(['ready', 'restarting'])
  })
})

describe('at the end', () => {
  it('the process is asked to close the register, and its end is no crash', async () => {
    const { supervisor, children, states, last, crash, pass } = scene()
    const closed = supervisor.close(5000)
    expect(last().posted).toEqual([[{ type: 'close' }, []]])
    crash(0)
    await closed
    pass(60_000)
    expect(children).toHaveLength(1)
    expect(states).toEqual([])
  })

  it('one that does not end in time is ended', async () => {
    const { supervisor, last, pass } = scene()
    const closed = supervisor.close(5000)
    pass(4999)
    expect(last().killed).toBe(false)
    pass(1)
    await closed
    expect(last().killed).toBe(true)
  })

  it('a restart that is still to come is called off', async () => {
    const { supervisor, children, crash, pass } = scene()
    crash()
    await supervisor.close(5000)
    pass(60_000)
    expect(children).toHaveLength(1)
  })
})
