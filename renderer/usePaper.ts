// Drawing a screen for paper: what it shows only in part is loaded and drawn whole first, on white whatever the theme; then the window prints.
import { useCallback, useEffect, useState } from 'react'

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
    const restore = onLightPaper(document.documentElement)
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

/** Paper is white whatever the theme on the screen: the page wears the light colours until it is printed. */
function onLightPaper(page: HTMLElement): () => void {
  const scheme = page.dataset['mantineColorScheme']
  page.dataset['mantineColorScheme'] = 'light'
  return () => {
    if (scheme !== undefined) page.dataset['mantineColorScheme'] = scheme
  }
}
