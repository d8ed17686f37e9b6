// Where the form beside the work would stand, when it has failed: what it held is a draft, so it can be opened again or let go.
import { Button, Modal } from '@mantine/core'
import type { JSX } from 'react'
import dialog from '../components/dialog.module.css'
import { useTexts } from '../texts/texts'

export interface FormCrashedProps {
  number: string
  onRetry: () => void
  onClose: () => void
}

export function FormCrashed({ number, onRetry, onClose }: FormCrashedProps): JSX.Element {
  const { t } = useTexts()
  return (
    <Modal opened onClose={onClose} title={t('errors.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <p className={dialog['text']}>{t('errors.form', { number })}</p>
      <div className={dialog['buttons']}>
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
        <Button data-autofocus onClick={onRetry}>
          {t('common.retry')}
        </Button>
      </div>
    </Modal>
  )
}
