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

export interface DetailsProps {
  /** what the shown screen has to say about its selection; null while nothing is selected */
  children: ReactNode
  /** what to do to see details here, said while nothing is selected */
  nothing: string
}

/** The shown screen's words in the pane; the pane is there only while a screen has something for it. */
export function Details({ children, nothing }: DetailsProps): JSX.Element | null {
  const countDetails = usePanes((state) => state.countDetails)
  const element = useDetailsSlot((slot) => slot.element)
  useEffect(() => {
    countDetails(1)
    return () => countDetails(-1)
  }, [countDetails])
  if (element === null) return null
  return createPortal(children ?? <p className={classes['detailsNothing']}>{nothing}</p>, element)
}
