// Esc closes what was opened last: whatever opens without being a dialog (a pane, a form beside the list) puts its closer here.
import { useEffect, useLayoutEffect, useRef } from 'react'

interface Closer {
  current: () => void
}

const opened: Closer[] = []

export function useCloser(isOpen: boolean, close: () => void): void {
  const held = useRef(close)
  useLayoutEffect(() => {
    held.current = close
  })
  useEffect(() => {
    if (!isOpen) return
    opened.push(held)
    return () => {
      const at = opened.indexOf(held)
      if (at >= 0) opened.splice(at, 1)
    }
  }, [isOpen])
}

/** Closes the last opened; false when nothing was open. */
export function closeLast(): boolean {
  const last = opened.at(-1)
  last?.current()
  return last !== undefined
}
