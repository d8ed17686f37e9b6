// Drafts while somebody types without a pause, in order, and what is written when a form goes.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftWriter } from '../../renderer/draftWriter'

const written: unknown[] = []

beforeEach(() => {
  vi.useFakeTimers()
  written.length = 0
  vi.stubGlobal('registry', {
    call: (name: string, input: { value: string | null }) => {
      written.push([name, input.value])
      return Promise.resolve({ ok: true, value: null })
    },
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a draft', () => {
  it('is kept within 400 ms of a key while the typing never pauses', () => {
    const writer = draftWriter('laboratory:new', false)
    for (let key = 1; key <= 20; key++) {
      writer.put({ name: 'x'.repeat(key) })
      vi.advanceTimersByTime(100)
    }
    expect(written.map((each) => (each as [string, string])[1].length)).toEqual([15, 19, 23, 27, 31])
  })

  it('is written at once when the form goes, the last state only, and not again', () => {
    const writer = draftWriter('laboratory:new', false)
    writer.put({ name: 'a' })
    writer.put({ name: 'ab' })
    writer.flush()
    vi.advanceTimersByTime(1_000)
    expect(written).toEqual([['drafts.put', '{"name":"ab"}']])
  })

  it('goes when nothing is unsaved any more, and is not written where there was none', () => {
    const writer = draftWriter('laboratory:new', true)
    writer.put(null)
    vi.advanceTimersByTime(400)
    writer.put(null)
    vi.advanceTimersByTime(400)
    draftWriter('site:new', false).put(null)
    vi.advanceTimersByTime(400)
    expect(written).toEqual([['drafts.put', null]])
  })
})
