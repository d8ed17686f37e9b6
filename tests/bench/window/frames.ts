// Frames of a page: how long each took, from one animation frame to the next.
import type { Page } from 'playwright-core'

/** Begins to write down the frames of the page. */
export function beginFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const state = window as unknown as { frames: number[]; counting: boolean }
    state.frames = []
    state.counting = true
    let last = performance.now()
    const next = (now: number): void => {
      state.frames.push(now - last)
      last = now
      if (state.counting) requestAnimationFrame(next)
    }
    requestAnimationFrame((now) => {
      last = now
      requestAnimationFrame(next)
    })
  })
}

/** Ends it: the length of each frame in ms. */
export function endFrames(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const state = window as unknown as { frames: number[]; counting: boolean }
    state.counting = false
    return state.frames
  })
}
