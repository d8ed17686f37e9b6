// The content region: the shown screen, loaded when first needed. A screen that fails leaves the frame standing.
import { Button } from '@mantine/core'
import { Component, Suspense, useEffect, useRef, type JSX, type ReactNode, type RefObject } from 'react'
import { Skeleton } from '../components/Skeleton'
import { screenAt, type Screen } from '../screens'
import { usePlace } from '../stores/navigation'
import { useTexts } from '../texts/texts'
import { PrintedTimes } from './Bands'
import classes from './frame.module.css'

export interface MainProps {
  screens: readonly Screen[]
  ref: RefObject<HTMLElement | null>
}

export function Main({ screens, ref }: MainProps): JSX.Element {
  const { t } = useTexts()
  const place = usePlace()
  const screen = screenAt(screens, place.screen)
  return (
    <main
      id="content"
      ref={ref}
      tabIndex={-1}
      className={classes['main']}
      data-region="main"
      aria-label={t('frame.regions.main')}
    >
      <PrintedTimes />
      {screen !== undefined && (
        <CrashGuard key={screen.key} fallback={(retry) => <Crashed onRetry={retry} />}>
          <Suspense fallback={<Skeleton />}>
            <screen.component params={place.params} />
            <Arrived main={ref} name={t(screen.label)} screen={screen.key} />
          </Suspense>
        </CrashGuard>
      )}
    </main>
  )
}

/** After going somewhere the focus goes along: to the screen's list or field, unless it already stands in the screen. */
function Arrived({ main, name, screen }: { main: RefObject<HTMLElement | null>; name: string; screen: string }): null {
  const { t } = useTexts()
  const first = useRef(true)
  useEffect(() => {
    document.title = `${name} – ${t('frame.app')}`
  }, [name, t])
  useEffect(() => {
    const region = main.current
    const inDialog = document.activeElement?.closest('[aria-modal="true"]') !== null && document.activeElement !== null
    const inScreen = document.activeElement !== region && region?.contains(document.activeElement)
    if (region === null || inScreen || inDialog) return
    if (first.current) first.current = false
    const target = region.querySelector<HTMLElement>('[data-autofocus]') ?? region
    target.focus({ preventScroll: true })
  }, [screen, main])
  return null
}

function Crashed({ onRetry }: { onRetry: () => void }): JSX.Element {
  const { t } = useTexts()
  return (
    <div role="alert" className={classes['crashed']}>
      <p>{t('errors.screen')}</p>
      <Button variant="default" onClick={onRetry}>
        {t('common.retry')}
      </Button>
    </div>
  )
}

interface GuardProps {
  fallback: (retry: () => void) => ReactNode
  children: ReactNode
}

/** React asks for a class here: only classes can catch errors of their children. */
class CrashGuard extends Component<GuardProps, { crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true }
  }

  override render(): ReactNode {
    return this.state.crashed ? this.props.fallback(() => this.setState({ crashed: false })) : this.props.children
  }
}
