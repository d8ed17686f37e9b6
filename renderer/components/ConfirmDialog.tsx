// A question before something that undo cannot bring back, and only then. It names its object; the safe answer has the focus.
import { Button, Modal } from '@mantine/core'
import type { JSX, ReactNode } from 'react'
import { useTexts } from '../texts/texts'
import classes from './dialog.module.css'

export interface ConfirmDialogProps {
  opened: boolean
  /** a question that names the object: “Xóa hẳn tệp Giay-chung-nhan.pdf?” */
  title: string
  children: ReactNode
  /** the deed, as a verb: “Xóa hẳn” */
  confirmLabel: string
  busy?: boolean
  onConfirm: () => void
  onCancel: () => void
}

export function ConfirmDialog(props: ConfirmDialogProps): JSX.Element {
  const { t } = useTexts()
  return (
    <Modal
      opened={props.opened}
      onClose={props.onCancel}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes['text']}>{props.children}</div>
      <div className={classes['buttons']}>
        <Button variant="default" data-autofocus onClick={props.onCancel}>
          {t('common.cancel')}
        </Button>
        <Button color="red" loading={props.busy ?? false} onClick={props.onConfirm}>
          {props.confirmLabel}
        </Button>
      </div>
    </Modal>
  )
}
