// The content region: the shown screen, loaded when first needed. A screen that fails leaves the frame standing.
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, type JSX, type RefObject } from 'react'
import { CrashGuard } from '../CrashGuard'
import { Skeleton } from '../components/Skeleton'
import type { Screen } from '../screens'
import { useSettled, watchSettling } from '../stores/settled'
import { useTexts } from '../texts/texts'
import { PrintedTimes } from './Bands'
import classes from './frame.module.css'
import { useShownScreen } from './useShownScreen'

export interface MainProps {
  screens: readonly Screen[]
  ref: RefObject<HTMLElement | null>
}

export function Main({ screens, ref }: MainProps): JSX.Element {
  const { t } = useTexts()
  const { screen, params } = useShownScreen(screens)
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
        <CrashGuard key={screen.key} fallback={(number, retry) => <Crashed number={number} onRetry={retry} />}>
          <Suspense fallback={<Skeleton />}>
            <screen.component params={params} />
            <Arrived main={ref} name={t(screen.label)} screen={screen.key} />
          </Suspense>
        </CrashGuard>
      )}
    </main>
  )
}

/** After going somewhere the focus goes along: to the screen's list or field, unless it stands in the screen or in the form beside it. */
function Arrived({ main, name, screen }: { main: RefObject<HTMLElement | null>; name: string; screen: string }): null {
  const { t } = useTexts()
  const client = useQueryClient()
  const settled = useSettled((state) => state.settled)
  useEffect(() => (settled ? undefined : watchSettling(client)), [client, settled])
  useEffect(() => {
    document.title = `${name} – ${t('frame.app')}`
  }, [name, t])
  useEffect(() => {
    const region = main.current
    const { activeElement } = document
    const elsewhere = activeElement?.closest('[aria-modal="true"], [data-region="form"]') ?? null
    const isInside = region !== activeElement && region?.contains(activeElement) === true
    if (region === null || isInside || elsewhere !== null) return
    const focus = (): void => {
      const target = region.querySelector<HTMLElement>('[data-autofocus]') ?? region
      target.focus({ preventScroll: true })
    }
    if (useSettled.getState().settled) return focus()
    // focusing lays the page out: at the start not before it is painted anyway
    const frame = requestAnimationFrame(focus)
    return () => cancelAnimationFrame(frame)
  }, [screen, main])
  return null
}

function Crashed({ number, onRetry }: { number: string; onRetry: () => void }): JSX.Element {
  const { t } = useTexts()
  return (
    <div role="alert" className={classes['crashed']}>
      <p>{t('errors.screen', { number })}</p>
      <Button variant="default" onClick={onRetry}>
        {t('common.retry')}
      </Button>
    </div>
  )
}
