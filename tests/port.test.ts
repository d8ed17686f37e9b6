// One window's end of the registry: what is answered, what is refused at the door, and who hears the news.
import { describe, expect, it } from 'vitest'
import type { Progress } from '../db/contract'
import type { Reply } from '../db/model/errors'
import { servePort, sizeOf, type Serving, type WindowPort } from '../db/port'

function scene() {
  const sent: unknown[] = []
  const logged: string[] = []
  const calls: [string, unknown][] = []
  const changed = new Set<(areas: readonly string[]) => void>()
  const progressed = new Set<(progress: Progress) => void>()
  let hear: (event: { data: unknown }) => void = () => undefined
  let end = (): void => undefined
  const port: WindowPort = {
    on(event: 'message' | 'close', listener: (event: { data: unknown }) => void) {
      if (event === 'message') hear = listener
      else end = () => listener({ data: null })
    },
    start: () => undefined,
    postMessage: (message) => void sent.push(message),
  }
  const listen =
    <T>(all: Set<(value: T) => void>) =>
    (listener: (value: T) => void) => {
      all.add(listener)
      return () => all.delete(listener)
    }
  const serving: Serving = {
    session: {
      call: (name, input): Promise<Reply<unknown>> => {
        calls.push([name, input])
        return Promise.resolve({ ok: true, value: name })
      },
    },
    registry: { onChanged: listen(changed), onProgress: listen(progressed) },
  }
  let open: (serving: Serving) => void = () => undefined
  const opened = new Promise<Serving>((resolve) => {
    open = resolve
  })
  servePort(port, opened, (line) => void logged.push(line))
  return {
    sent,
    logged,
    calls,
    changed,
    progressed,
    open: () => open(serving),
    close: () => end(),
    say: async (data: unknown) => {
      hear({ data })
      await new Promise((resolve) => setTimeout(resolve))
    },
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('a request', () => {
  it('is answered by its number', async () => {
    const { say, sent, open } = scene()
    open()
    await say({ id: 7, name: 'labs.list', input: { text: 'thuỷ sản' } })
    expect(sent).toEqual([{ id: 7, reply: { ok: true, value: 'labs.list' } }])
  })

  it('waits for the register to be open', async () => {
    const { say, sent, calls, open } = scene()
    await say({ id: 1, name: 'register.info', input: {} })
    expect([sent, calls]).toEqual([[], []])
    open()
    await settled()
    expect(sent).toHaveLength(1)
  })

  it.each([
    { id: 1, name: 'labs.list', input: {}, path: '/etc/passwd' },
    { id: 1, name: 7, input: {} },
    { id: 1, input: {} },
    { id: 1, name: 'x'.repeat(101), input: {} },
  ])('of the wrong form is refused before the router sees it (%#)', async (request) => {
    const { say, sent, calls, logged, open } = scene()
    open()
    await say(request)
    expect(sent).toEqual([
      { id: 1, reply: { ok: false, error: { code: 'invalid_input', message: expect.any(String) } } },
    ])
    expect(calls).toEqual([])
    expect(logged).toEqual(['refused a request of the wrong form'])
  })

  it.each([
    null,
    'labs.list',
    [],
    { id: 0, name: 'a', input: 1 },
    { id: 1.5, name: 'a', input: 1 },
    { id: '1', name: 'a', input: 1 },
  ])('without a number is dropped (%#)', async (request) => {
    const { say, sent, calls, open } = scene()
    open()
    await say(request)
    expect([sent, calls]).toEqual([[], []])
  })

  it('over 64 MB is refused', async () => {
    const { say, sent, calls, open } = scene()
    open()
    await say({ id: 3, name: 'drafts.put', input: { value: 'x'.repeat(33 * 1024 * 1024) } })
    expect(sent).toEqual([{ id: 3, reply: { ok: false, error: { code: 'too_large', message: expect.any(String) } } }])
    expect(calls).toEqual([])
  })
})

describe('news', () => {
  it('reaches the window until it closes', async () => {
    const { sent, changed, progressed, open, close } = scene()
    open()
    await settled()
    const step: Progress = { job: 'a', call: 'exchange.exportList', done: 1, total: null }
    for (const tell of changed) tell(['labs'])
    for (const tell of progressed) tell(step)
    expect(sent).toEqual([{ changed: ['labs'] }, { progress: step }])
    close()
    expect([changed.size, progressed.size]).toEqual([0, 0])
  })

  it('is never listened for when the window closed before the register was open', async () => {
    const { changed, open, close } = scene()
    close()
    open()
    await settled()
    expect(changed.size).toBe(0)
  })
})

describe('the size of an input', () => {
  it('counts text, keys, numbers and buffers', () => {
    expect(sizeOf('abc', 1000)).toBe(14)
    expect(sizeOf({ key: 1 }, 1000)).toBe(8 + 14 + 8)
    expect(sizeOf(new Uint8Array(500), 1000)).toBe(508)
    expect(sizeOf(new Map([['a', new Set(['b'])]]), 1000)).toBe(8 + 10 + 8 + 10)
  })

  it('ends with a ring, and stops counting soon after the limit', () => {
    const ring: { self?: unknown } = {}
    ring.self = ring
    expect(sizeOf(ring, 1000)).toBeLessThan(100)
    expect(
      sizeOf(
        Array.from({ length: 1000 }, () => 'x'.repeat(100)),
        1000,
      ),
    ).toBeLessThan(20_000)
  })
})
