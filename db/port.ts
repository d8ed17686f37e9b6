// One window's end of the registry: requests {id, name, input, recorded?} in, {id, reply} out, and news ({changed}, {progress}) as it happens.
// What is not of this form or larger than 64 MB is refused here, before the router looks at it.
import { z } from 'zod'
import type { Reply } from './model/errors'
import type { News, Session } from './registry'

const MAX_BYTES = 64 * 1024 * 1024

/** The part of Electron's MessagePortMain that is used here. */
export interface WindowPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  postMessage(message: unknown): void
}

export interface Serving {
  session: Pick<Session, 'call'>
  registry: News
}

const Request = z.strictObject({
  id: z.int().min(1),
  name: z.string().max(100),
  input: z.unknown(),
  recorded: z.int().min(1).optional(),
})

/** Serves a port until its window closes it. Requests that come before the register is open wait for it. */
export function servePort(port: WindowPort, opened: Promise<Serving>, log: (line: string) => void): void {
  let open = true
  let endNews = (): void => undefined
  port.on('message', ({ data }) => void answer(port, opened, data).then((refused) => refused && log(refused)))
  port.on('close', () => {
    open = false
    endNews()
  })
  void opened.then(({ registry }) => {
    if (!open) return
    const ends = [
      registry.onChanged((changed) => port.postMessage({ changed })),
      registry.onProgress((progress) => port.postMessage({ progress })),
    ]
    endNews = () => ends.forEach((end) => end())
  })
  port.start()
}

/** Gives a line for the log when the request was refused. */
async function answer(port: WindowPort, opened: Promise<Serving>, data: unknown): Promise<string | null> {
  const request = Request.safeParse(data)
  if (!request.success) {
    const id = z.object({ id: z.int().min(1) }).safeParse(data)
    if (id.success)
      port.postMessage({ id: id.data.id, reply: refusal('invalid_input', 'not of the form of a request') })
    return 'refused a request of the wrong form'
  }
  const { id, name, input, recorded } = request.data
  if (sizeOf(input, MAX_BYTES) > MAX_BYTES) {
    port.postMessage({ id, reply: refusal('too_large', 'a request is at most 64 MB') })
    return 'refused a request over 64 MB'
  }
  const { session } = await opened
  port.postMessage({ id, reply: await session.call(name, input, recorded) })
  return null
}

const refusal = (code: 'too_large' | 'invalid_input', message: string): Reply<never> => ({
  ok: false,
  error: { code, message },
})

/** About how many bytes a value takes, counted little further than `limit`: text as UTF-16, 8 bytes for anything else, buffers as they are. */
export function sizeOf(value: unknown, limit: number): number {
  let bytes = 0
  const open = [value]
  const seen = new Set<object>()
  while (open.length > 0 && bytes <= limit) {
    const next = open.pop()
    bytes += typeof next === 'string' ? 8 + next.length * 2 : 8
    if (typeof next !== 'object' || next === null || seen.has(next)) continue
    seen.add(next)
    if (next instanceof ArrayBuffer || ArrayBuffer.isView(next)) bytes += next.byteLength
    else for (const part of partsOf(next)) open.push(part)
  }
  return bytes
}

function partsOf(value: object): unknown[] {
  if (value instanceof Map) return [...value].flat()
  if (value instanceof Set) return [...value]
  return Object.entries(value).flat()
}
