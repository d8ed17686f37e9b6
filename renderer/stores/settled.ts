// Whether the first screen stands with its answers in it. What only adds to it (a count in the rail) is asked after that.
// The moment stays in the page's timeline as `settled`: what a start costs is measured from outside (tests/bench/window.mts).
import { notifyManager, type QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'

export const useSettled = create<{ settled: boolean }>()(() => ({ settled: false }))

/** The first screen has asked its questions: waits until none is open any more and the answers are painted. Returns how to stop waiting. */
export function watchSettling(client: QueryClient): () => void {
  let seen = false
  const look = (): void => {
    if (seen || client.isFetching() > 0) return
    seen = true
    // the components are told first, then the frame with the answers comes, then the task after it
    notifyManager.schedule(() => requestAnimationFrame(() => setTimeout(settle)))
  }
  look()
  return client.getQueryCache().subscribe(look)
}

function settle(): void {
  performance.mark('settled')
  useSettled.setState({ settled: true })
}
