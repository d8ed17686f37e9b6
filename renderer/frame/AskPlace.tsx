// A register from elsewhere (a USB stick, a colleague's folder): copied into the app's own folder, where the work is safe, or opened where it lies.
import { Button, Modal } from '@mantine/core'
import type { JSX } from 'react'
import type { BadPlace } from '../../db/model/places'
import dialog from '../components/dialog.module.css'
import { useOpening } from '../stores/opening'
import { useTexts } from '../texts/texts'
import { useRegisters } from '../useRegisters'
import { BringBack } from './BringBack'

export function AskPlace(): JSX.Element {
  const { t } = useTexts()
  const { place } = useRegisters()
  const file = useOpening((opening) => opening.asking)
  const badPlace = file?.badPlace ?? null
  const backup = file?.backup ?? null
  return (
    <Modal
      opened={file !== null}
      onClose={() => place(null)}
      title={t(backup === null ? 'start.place.title' : 'start.bring.title', { file: file?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {file !== null && backup !== null ? <BringBack file={file} backup={backup} /> : <Where badPlace={badPlace} />}
    </Modal>
  )
}

function Where({ badPlace }: { badPlace: BadPlace | null }): JSX.Element {
  const { t } = useTexts()
  const { place } = useRegisters()
  return (
    <>
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
    </>
  )
}
