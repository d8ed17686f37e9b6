// The details pane at the right. A screen fills it with <Details>; the pane is there only while a screen has something for it.
import { useEffect, type JSX, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { ResizeHandle } from '../components/ResizeHandle'
import { useDetailsSlot } from '../stores/detailsSlot'
import { DETAILS_MAX, DETAILS_MIN, usePanes } from '../stores/panes'
import { useTexts } from '../texts/texts'
import classes from './frame.module.css'

export function DetailsPane({ shown }: { shown: boolean }): JSX.Element | null {
  const { t } = useTexts()
  const setElement = useDetailsSlot((slot) => slot.setElement)
  const { detailsWidth, setDetailsWidth } = usePanes()
  if (!shown) return null
  return (
    <aside className={classes['details']} data-region="details" tabIndex={-1} aria-label={t('frame.regions.details')}>
      <ResizeHandle
        label={t('common.resizePane')}
        value={detailsWidth}
        min={DETAILS_MIN}
        max={DETAILS_MAX}
        onChange={setDetailsWidth}
      />
      <div ref={setElement} className={classes['detailsBody']} />
    </aside>
  )
}

/** What the shown screen has to say about its selection; without children the pane says how to get details. */
export function Details({ children }: { children?: ReactNode }): JSX.Element | null {
  const { t } = useTexts()
  const countDetails = usePanes((state) => state.countDetails)
  const element = useDetailsSlot((slot) => slot.element)
  useEffect(() => {
    countDetails(1)
    return () => countDetails(-1)
  }, [countDetails])
  if (element === null) return null
  const nothing = children === undefined || children === null
  return createPortal(
    nothing ? <p className={classes['detailsNothing']}>{t('frame.details.nothing')}</p> : children,
    element,
  )
}
