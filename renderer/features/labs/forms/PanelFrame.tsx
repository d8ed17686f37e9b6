// The panel's outside: what is edited, whether something is unsaved, the way out, and between them whatever the form shows.
import { CloseButton } from '@mantine/core'
import { useEffect, useRef, type JSX, type ReactNode, type RefObject } from 'react'
import { useTexts } from '../../../texts/texts'
import classes from './forms.module.css'
import { useFormStore } from './openForm'

export interface PanelFrameProps {
  /** “Sửa phòng thí nghiệm” */
  title: string
  /** the record: “Phòng thử nghiệm Vàng Danh” */
  subject?: string | undefined
  /** bands between the title and the fields, there from the start */
  notices?: ReactNode
  /** bands that come and go: above the buttons, so that no field moves under the typist's eyes */
  asks?: ReactNode
  footer?: ReactNode
  children: ReactNode
}

export function PanelFrame({ title, subject, notices, asks, footer, children }: PanelFrameProps): JSX.Element {
  const { t } = useTexts()
  const dirty = useFormStore((store) => store.dirty)
  const body = useRef<HTMLDivElement>(null)
  useInView(body)
  return (
    <>
      <header className={classes['head']}>
        <div className={classes['titles']}>
          <h2 id="form-title">{title}</h2>
          {subject !== undefined && subject !== '' && <p>{subject}</p>}
        </div>
        <span className={classes['state']}>{dirty ? t('forms.state.unsaved') : ''}</span>
        <CloseButton
          aria-label={t('forms.close')}
          title={t('forms.closeHint')}
          onClick={() => useFormStore.getState().request(null)}
        />
      </header>
      {notices}
      <div ref={body} className={classes['body']}>
        {children}
      </div>
      {asks}
      {footer !== undefined && <footer className={classes['foot']}>{footer}</footer>}
    </>
  )
}

/** When a band takes room from the fields, the one that is being typed in stays in view. */
function useInView(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = body
    if (current === null) return
    const watched = new ResizeObserver(() => {
      const { activeElement } = document
      if (activeElement !== null && current.contains(activeElement)) activeElement.scrollIntoView({ block: 'nearest' })
    })
    watched.observe(current)
    return () => watched.disconnect()
  }, [body])
}
