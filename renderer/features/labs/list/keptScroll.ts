// The list stays where it was left: how far it is scrolled while another screen is shown, its selected row when the details take room.
import { useEffect, useLayoutEffect } from 'react'
import { usePanes } from '../../../stores/panes'
import { useListStore } from './listStore'

/** `scroller`: the list's element once it is there; `ready`: its rows have their height, so that it can be scrolled. */
export function useKeptScroll(scroller: HTMLElement | null, ready: boolean): void {
  // read when it goes, not as it scrolls: each frame would be laid out once more for it
  useLayoutEffect(() => {
    if (!ready || scroller === null) return
    const { top } = useListStore.getState().scroll
    // a list just drawn stands at its top; telling it so would lay the page out
    if (top > 0) scroller.scrollTo({ top })
    return () => void (useListStore.getState().scroll.top = scroller.scrollTop)
  }, [scroller, ready])
  // another filter, order or grouping begins at the top, where the best of it stands
  useEffect(() => {
    if (scroller === null) return
    return useListStore.subscribe((now, before) => {
      if (now.scroll !== before.scroll) scroller.scrollTo({ top: now.scroll.top })
    })
  }, [scroller])
}

/** Opening the details makes the list narrower and its head higher: the row they are about stays in sight. */
export function useRowInSight(scroller: HTMLElement | null): void {
  const wide = usePanes((panes) => panes.wide.details)
  const narrow = usePanes((panes) => panes.narrow.details)
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      scroller?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
    })
    return () => cancelAnimationFrame(frame)
  }, [scroller, wide, narrow])
}
