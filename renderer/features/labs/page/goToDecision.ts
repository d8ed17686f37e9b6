// From anywhere to a decision on the page of its laboratory: the row gets the focus, so that it is seen and read out.
import { useEffect } from 'react'
import { presentPlace, useNavigation } from '../../../stores/navigation'

export const decisionElement = (decision: string): string => `decision-${decision}`

function focusRow(decision: string): void {
  const row = document.getElementById(decisionElement(decision))
  const scroller = row?.closest<HTMLElement>('[data-scroller]') ?? null
  if (row === null || scroller === null) return
  // only the page's own scroller moves: the browser's scrolling into view would move the frame around it too
  const above = row.getBoundingClientRect().top - scroller.getBoundingClientRect().top
  scroller.scrollTo({ top: scroller.scrollTop + above - scroller.clientHeight / 3 })
  row.focus({ preventScroll: true })
}

export function goToDecision(laboratory: string, decision: string): void {
  const { screen, params } = presentPlace()
  if (screen === 'lab' && params['id'] === laboratory) return focusRow(decision)
  useNavigation.getState().go('lab', { id: laboratory, section: 'decisions', decision })
}

/** The decision that the address names gets the focus once, when the page is there; coming back later the page stands where it was left. */
export function useDecisionInAddress(decision: string | undefined): void {
  useEffect(() => {
    if (decision === undefined || decision === '') return
    const frame = requestAnimationFrame(() => {
      focusRow(decision)
      useNavigation.getState().amend({ decision: '' })
    })
    return () => cancelAnimationFrame(frame)
  }, [decision])
}
