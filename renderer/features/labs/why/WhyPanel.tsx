// The explanation of a status, beside the badge that was asked: a small panel that takes the focus and gives it back (Esc, or a click
// elsewhere). Mounted once; every badge of the window opens this one.
import { CloseButton } from '@mantine/core'
import {
  useEffect,
  useLayoutEffect,
  useRef,
  type CSSProperties,
  type JSX,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { formatDate } from '../../../../db/model/dates/partial'
import type { AccreditationPage } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { useCloser } from '../../../actions/closers'
import { LoadFailed } from '../../../components/LoadFailed'
import { Skeleton } from '../../../components/Skeleton'
import { StatusBadge } from '../../../components/StatusBadge'
import type { WhyAbout } from '../../../components/why'
import { useDay } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { bestOf } from '../page/truth'
import { accreditationName } from '../page/wording'
import { Explanation } from './Explanation'
import { closeWhy, useWhyStore } from './whyStore'
import classes from './why.module.css'

export function WhyPanel(): JSX.Element | null {
  const open = useWhyStore((state) => state.open)
  return open === null ? null : <OpenPanel about={open.about} asked={open.asked} />
}

function OpenPanel({ about, asked }: { about: WhyAbout; asked: HTMLElement }): JSX.Element {
  const { t, language } = useTexts()
  const day = useDay()
  const panel = useRef<HTMLDivElement>(null)
  useCloser(true, closeWhy)
  usePlace(panel, asked)
  useElsewhere(panel, asked)
  useEffect(() => panel.current?.focus({ preventScroll: true }), [asked])
  return (
    <div
      ref={panel}
      role="dialog"
      aria-labelledby="why-title"
      tabIndex={-1}
      className={classes['panel']}
      onKeyDown={stay}
    >
      <header>
        <h2 id="why-title">{t('labPage.why.title', { day: formatDate(day, language) })}</h2>
        <CloseButton size="sm" aria-label={t('common.close')} title={t('labPage.why.close')} onClick={closeWhy} />
      </header>
      <div className={classes['body']}>
        {'told' in about ? <Told sentences={about.told} /> : <OfRegister {...about} day={day} />}
      </div>
    </div>
  )
}

/** Esc closes; Tab goes round inside the panel: what lies behind it is not what the person is reading. */
function stay(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key === 'Escape') {
    event.preventDefault()
    return closeWhy()
  }
  if (event.key !== 'Tab') return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const edge = event.shiftKey ? all[0] : all.at(-1)
  const start = event.target === event.currentTarget && event.shiftKey
  if (event.target !== edge && !start) return
  event.preventDefault()
  const to = event.shiftKey ? all.at(-1) : all[0]
  to?.focus()
}

function Told({ sentences }: { sentences: readonly string[] }): JSX.Element {
  return (
    <ol className={classes['sentences']}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ol>
  )
}

interface OfRegisterProps {
  laboratory: string
  accreditation?: string
  day: string
}

function OfRegister({ laboratory, accreditation, day }: OfRegisterProps): JSX.Element {
  const lab = useCall('labs.get', { id: laboratory, day }, { keep: false })
  if (lab.state === 'pending') return <Skeleton lines={4} />
  if (lab.state === 'error') return <LoadFailed error={lab.error} onRetry={lab.refetch} />
  const one = lab.data.accreditations.find(({ id }) => id === accreditation)
  if (one !== undefined) return <One page={lab.data} accreditation={one} />
  return <OfLaboratory page={lab.data} />
}

/** The rule of the best one, then each accreditation that covers the laboratory, the best first. */
function OfLaboratory({ page }: { page: LabPage }): JSX.Element {
  const texts = useTexts()
  const { t, n } = texts
  const best = bestOf(page)
  if (best === null) return <p>{t('labPage.why.none')}</p>
  const count = page.accreditations.length
  const sorted = [best, ...page.accreditations.filter((each) => each !== best)]
  return (
    <>
      {count > 1 && <p>{t('labPage.why.best', { count, shown: n(count), name: accreditationName(texts, best) })}</p>}
      {sorted.map((each) => (
        <One key={each.id} page={page} accreditation={each} />
      ))}
    </>
  )
}

function One({ page, accreditation }: { page: LabPage; accreditation: AccreditationPage }): JSX.Element {
  const texts = useTexts()
  const { status } = accreditation
  return (
    <section>
      <Head name={accreditationName(texts, accreditation)}>
        <StatusBadge status={status.status} daysLeft={status.daysLeft} />
      </Head>
      <Explanation status={status} day={page.day} laboratory={page.id} onLeave={closeWhy} />
    </section>
  )
}

function Head({ name, children }: { name: string; children: ReactNode }): JSX.Element {
  return (
    <div className={classes['head']}>
      <h3>{name}</h3>
      {children}
    </div>
  )
}

const GAP = 6
const EDGE = 8

const clamp = (y: number): number => Math.max(EDGE, Math.min(y, innerHeight - EDGE))

/** Under what was asked, or above it where there is more room; never outside the window. */
function usePlace(panel: RefObject<HTMLDivElement | null>, asked: HTMLElement): void {
  useLayoutEffect(() => {
    const element = panel.current
    if (element === null) return
    const place = (): void => {
      const rect = asked.getBoundingClientRect()
      // what was asked may have been scrolled away: then the panel stays at that edge of the window
      const from = { left: rect.left, top: clamp(rect.top), bottom: clamp(rect.bottom) }
      const below = innerHeight - from.bottom - GAP - EDGE
      const above = from.top - GAP - EDGE
      const under = below >= Math.min(element.scrollHeight, 260) || below >= above
      const style: CSSProperties = {
        left: `${Math.max(EDGE, Math.min(from.left, innerWidth - element.offsetWidth - EDGE))}px`,
        top: under ? `${from.bottom + GAP}px` : 'auto',
        bottom: under ? 'auto' : `${innerHeight - from.top + GAP}px`,
        maxHeight: `${Math.max(160, under ? below : above)}px`,
      }
      Object.assign(element.style, style)
    }
    place()
    const size = new ResizeObserver(place)
    size.observe(element)
    window.addEventListener('resize', place)
    return () => {
      size.disconnect()
      window.removeEventListener('resize', place)
    }
  }, [panel, asked])
}

/** A press outside closes and leaves the focus where the person pressed. */
function useElsewhere(panel: RefObject<HTMLDivElement | null>, asked: HTMLElement): void {
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      const { target } = event
      if (!(target instanceof Node) || panel.current?.contains(target) || asked.contains(target)) return
      useWhyStore.setState({ open: null })
    }
    document.addEventListener('pointerdown', press)
    return () => document.removeEventListener('pointerdown', press)
  }, [panel, asked])
}
