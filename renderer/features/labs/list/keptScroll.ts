// The list comes back where it was left: how far it is scrolled is kept while another screen is shown.
import { useEffect, useLayoutEffect, type RefObject } from 'react'
import { useListStore } from './listStore'

/** `ready`: the rows have their height, so that the list can be scrolled. */
export function useKeptScroll(scroller: RefObject<HTMLElement | null>, ready: boolean): void {
  useLayoutEffect(() => {
    const element = scroller.current
    if (ready && element !== null) element.scrollTo({ top: useListStore.getState().scrollTop })
  }, [scroller, ready])
  useEffect(() => {
    const element = scroller.current
    if (!ready || element === null) return
    const onScroll = (): void => useListStore.getState().scrolled(element.scrollTop)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [scroller, ready])
}
