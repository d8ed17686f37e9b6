// Drawing a screen for paper: what it shows only in part is loaded and drawn whole first, on white whatever the theme; then the window prints.
import { useCallback, useEffect, useState } from 'react'
import { onLightPaper } from './lightPaper'

/** By then everything has been measured again at the width of paper. */
const MEASURED_MS = 100

export interface Paper {
  /** the screen is drawn for paper */
  printing: boolean
  /** prints once `ready` is there */
  print: (ready?: Promise<unknown>) => void
}

export function usePaper(): Paper {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const done = (): void => setPrinting(false)
    window.addEventListener('afterprint', done)
    return () => window.removeEventListener('afterprint', done)
  }, [])
  useEffect(() => {
    if (!printing) return
    const restore = onLightPaper()
    const timer = setTimeout(() => window.print(), MEASURED_MS)
    return () => {
      clearTimeout(timer)
      restore()
    }
  }, [printing])
  const print = useCallback((ready: Promise<unknown> = Promise.resolve()) => {
    void ready.then(() => setPrinting(true))
  }, [])
  return { printing, print }
}
