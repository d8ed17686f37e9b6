// The panel's outside: what is edited, the way out, and between them whatever the form shows.
import { CloseButton } from '@mantine/core'
import type { JSX, ReactNode } from 'react'
import { useTexts } from '../../../texts/texts'
import classes from './forms.module.css'
import { useFormStore } from './openForm'

export interface PanelFrameProps {
  /** “Sửa phòng thí nghiệm” */
  title: string
  /** the record: “Phòng thử nghiệm Vàng Danh” */
  subject?: string | undefined
  /** bands between the title and the fields */
  notices?: ReactNode
  footer?: ReactNode
  children: ReactNode
}

export function PanelFrame({ title, subject, notices, footer, children }: PanelFrameProps): JSX.Element {
  const { t } = useTexts()
  return (
    <>
      <header className={classes['head']}>
        <div className={classes['titles']}>
          <h2 id="form-title">{title}</h2>
          {subject !== undefined && subject !== '' && <p>{subject}</p>}
        </div>
        <CloseButton
          aria-label={t('forms.close')}
          title={t('forms.closeHint')}
          onClick={() => useFormStore.getState().request(null)}
        />
      </header>
      {notices}
      <div className={classes['body']}>{children}</div>
      {footer !== undefined && <footer className={classes['foot']}>{footer}</footer>}
    </>
  )
}
