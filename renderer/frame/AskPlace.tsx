// A register from elsewhere (a USB stick, a colleague's folder): copied into the app's own folder, where the work is safe, or opened where it lies.
import { Button, Modal } from '@mantine/core'
import type { JSX } from 'react'
import dialog from '../components/dialog.module.css'
import { useOpening } from '../stores/opening'
import { useTexts } from '../texts/texts'
import { useRegisters } from '../useRegisters'

export function AskPlace(): JSX.Element {
  const { t } = useTexts()
  const { place } = useRegisters()
  const file = useOpening((opening) => opening.asking)
  const badPlace = file?.badPlace ?? null
  return (
    <Modal
      opened={file !== null}
      onClose={() => place(null)}
      title={t('start.place.title', { file: file?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={dialog['text']}>
        {badPlace !== null && <p>{t(`start.place.bad.${badPlace.kind}`, { service: badPlace.name })}</p>}
        <p>{t(badPlace === null ? 'start.place.copyText' : 'start.place.bad.wayOut')}</p>
        {badPlace === null && <p>{t('start.place.inPlaceText')}</p>}
      </div>
      <div className={dialog['buttons']}>
        <Button variant="default" onClick={() => place(null)}>
          {t('common.cancel')}
        </Button>
        {badPlace === null && (
          <Button variant="default" onClick={() => place('inPlace')}>
            {t('start.place.inPlace')}
          </Button>
        )}
        <Button data-autofocus onClick={() => place('copy')}>
          {t('start.place.copy')}
        </Button>
      </div>
    </Modal>
  )
}
