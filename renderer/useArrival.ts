// What is shown comes after an answer, or takes the place of what had the focus: the focus then goes to where the work is.
import { useEffect } from 'react'

/** `shown`: what stands on the screen now; when it changes the focus is looked after anew. */
export function useArrival(shown: string): void {
  useEffect(() => {
    const target = document.querySelector<HTMLElement>('main [data-autofocus]')
    const { activeElement } = document
    const isNowhere = activeElement === null || activeElement === document.body || activeElement.tagName === 'MAIN'
    if (target !== null && isNowhere) target.focus({ preventScroll: true })
  }, [shown])
}
