// The parts of a laboratory's page in one scroll: which one is read now, going to one, and coming back to where the page was left.
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useNavigation } from '../../../stores/navigation'

/** In the order of the page; a part that has nothing to show may be missing (see LabSheet). */
export const sections = [
  'accreditations',
  'decisions',
  'scope',
  'sites',
  'signatories',
  'files',
  'sources',
  'notes',
  'history',
] as const
export type Section = (typeof sections)[number]

export const sectionId = (section: Section): string => `lab-${section}`

const isSection = (name: string | undefined): name is Section => sections.some((section) => section === name)
/** px below the top of the scroller at which a part counts as being read */
const READING_LINE = 90
/** px of the index that stays over the parts, and a little air */
const INDEX_HEIGHT = 48

export interface Reading {
  /** the part at the top of the window */
  at: Section
  goTo: (section: Section) => void
  /** to the part after (1) or before (-1) the one being read */
  step: (by: 1 | -1) => void
}

/** `remembered`: the part in the address of the page; `scroller`: what scrolls the parts. */
export function useSections(scroller: RefObject<HTMLElement | null>, remembered: string | undefined): Reading {
  const [at, setAt] = useState<Section>(isSection(remembered) ? remembered : 'accreditations')
  const arrived = useRef(-1)
  // only where the page is opened; later the address follows the scrolling
  const [first] = useState(at)
  useLayoutEffect(() => {
    if (first !== 'accreditations') scrollTo(scroller.current, first)
  }, [scroller, first])
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const onScroll = (): void => {
      // going to a part near the end scrolls less far than to its heading: it is the one being read all the same
      if (element.scrollTop !== arrived.current) setAt(readAt(element))
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [scroller])
  useEffect(() => {
    if (at !== (remembered ?? 'accreditations')) useNavigation.getState().amend({ section: at })
  }, [at, remembered])
  const goTo = (section: Section): void => {
    scrollTo(scroller.current, section)
    arrived.current = scroller.current?.scrollTop ?? -1
    find(section)?.focus({ preventScroll: true })
    setAt(section)
  }
  const step = (by: 1 | -1): void => {
    const there = sections.filter((section) => find(section) !== null)
    const next = there[there.indexOf(at) + by]
    if (next !== undefined) goTo(next)
  }
  return { at, goTo, step }
}

const find = (section: Section): HTMLElement | null => document.getElementById(sectionId(section))

/** Only the scroller moves: the browser's own scrolling into view would move the frame around it too. */
function scrollTo(scroller: HTMLElement | null, section: Section): void {
  const element = find(section)
  if (scroller === null || element === null) return
  const below = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top
  scroller.scrollTo({ top: scroller.scrollTop + below - INDEX_HEIGHT })
}

/** The last part that begins above the reading line; at the very end the last one. */
function readAt(scroller: HTMLElement): Section {
  const top = scroller.getBoundingClientRect().top
  if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2)
    return sections.at(-1) ?? 'accreditations'
  const above = sections.filter(
    (section) => (find(section)?.getBoundingClientRect().top ?? Infinity) - top <= READING_LINE,
  )
  return above.at(-1) ?? 'accreditations'
}
