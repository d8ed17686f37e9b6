// Where a window opens: never out of sight, never larger than the display.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeWindow, type Placement, type Rect } from '../../electron/placement'

const desk: Rect = { x: 0, y: 0, width: 1920, height: 1040 }
const laptop: Rect = { x: 0, y: 0, width: 1366, height: 728 }
const second: Rect = { x: 1920, y: -200, width: 1280, height: 984 }
const saved: Placement = { x: 100, y: 60, width: 1200, height: 800, maximized: false }

describe('a window', () => {
  it('opens where it was', () => {
    expect(placeWindow(saved, [desk])).toEqual(saved)
    const there = { ...saved, x: 1950, y: -150, width: 1100, maximized: true }
    expect(placeWindow(there, [desk, second])).toEqual(there)
  })

  it('opens centred the first time, and takes all of a small display', () => {
    expect(placeWindow(null, [desk])).toEqual({ x: 240, y: 70, width: 1440, height: 900, maximized: false })
    expect(placeWindow(null, [laptop])).toEqual({ ...laptop, maximized: true })
  })

  it('comes back to the main display when its own is gone or its top cannot be grasped', () => {
    const home = placeWindow(null, [desk])
    expect(placeWindow({ ...saved, x: 1950 }, [desk])).toEqual(home)
    expect(placeWindow({ ...saved, y: 1030 }, [desk])).toEqual(home)
    expect(placeWindow({ ...saved, y: -700 }, [desk])).toEqual(home)
    expect(placeWindow({ ...saved, x: -1100 }, [desk])).toEqual(home)
  })

  it('is never smaller than it can be used, nor larger than the display', () => {
    expect(placeWindow({ ...saved, width: 300, height: 200 }, [desk])).toMatchObject({ width: 1024, height: 640 })
    expect(placeWindow({ ...saved, width: 4000, height: 3000 }, [laptop])).toMatchObject({ width: 1366, height: 728 })
  })

  it('stands a little beside the one before', () => {
    expect(placeWindow(saved, [desk], { x: 100, y: 60, width: 1200, height: 800 })).toEqual({ ...saved, x: 132, y: 92 })
    expect(placeWindow(saved, [laptop], laptop)).toEqual({ ...laptop, maximized: false })
  })

  it('can always be grasped, wherever it was and whatever displays there are', () => {
    const size = fc.record({ width: fc.integer({ min: 1, max: 5000 }), height: fc.integer({ min: 1, max: 5000 }) })
    const place = fc.record({ x: fc.integer({ min: -9000, max: 9000 }), y: fc.integer({ min: -9000, max: 9000 }) })
    const rect = fc.tuple(place, size).map(([at, of]) => ({ ...at, ...of, maximized: false }))
    fc.assert(
      fc.property(
        fc.option(rect),
        fc.constantFrom([desk], [laptop], [desk, second], [laptop, second]),
        (was, areas) => {
          const now = placeWindow(was, areas)
          const held = areas.some(
            (area) =>
              Math.min(now.x + now.width, area.x + area.width) - Math.max(now.x, area.x) >= 160 &&
              now.y >= area.y &&
              now.y + 32 <= area.y + area.height,
          )
          expect(held).toBe(true)
        },
      ),
    )
  })
})
