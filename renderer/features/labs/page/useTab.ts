// The page as a tab: its name on the strip, and the place it was scrolled to when it was left.
import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { tabScroll, useTabs } from '../../../stores/tabs'

export function useTabName(id: string, name: string | null): void {
  useEffect(() => {
    if (name !== null) useTabs.getState().named(id, name)
  }, [id, name])
}

/** `isLed`: the address names a part to begin at. Parts that are still on their way lengthen the page: it is scrolled again until it is there
    or the person scrolls. */
export function useTabScroll(id: string, scroller: RefObject<HTMLElement | null>, isLed: boolean): void {
  const [wanted] = useState(() => (isLed ? undefined : tabScroll.get(id)))
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    let left = wanted ?? null
    const settle = (): void => {
      if (left === null) return
      element.scrollTo({ top: left })
      if (Math.abs(element.scrollTop - left) < 2) left = null
    }
    const take = (): void => void (left = null)
    const onScroll = (): void => {
      if (left === null) tabScroll.set(id, element.scrollTop)
    }
    settle()
    const grown = new ResizeObserver(settle)
    for (const part of element.children) grown.observe(part)
    const events = ['wheel', 'pointerdown', 'keydown'] as const
    for (const event of events) element.addEventListener(event, take, { passive: true })
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      grown.disconnect()
      for (const event of events) element.removeEventListener(event, take)
      element.removeEventListener('scroll', onScroll)
    }
  }, [id, scroller, wanted])
}
