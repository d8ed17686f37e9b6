// An undo that meets values somebody else has changed since: what they are now, and the choice to leave those and take back the rest.
import { Button, Modal } from '@mantine/core'
import type { JSX } from 'react'
import type { FieldProblem } from '../../db/model/errors'
import { setWords } from '../components/changes/setWords'
import dialog from '../components/dialog.module.css'
import { formatInstant } from '../texts/instants'
import { useTexts } from '../texts/texts'
import { useRecordWords } from '../useRecordWords'
import { useAsked, useTakeBack } from './takeBack'

const close = (): void => useAsked.setState({ asked: null })

export function AskTakeBack(): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const words = useRecordWords()
  const { takeBack } = useTakeBack()
  const { asked } = useAsked()
  const entityOf = (clash: FieldProblem): string =>
    asked?.shown.changes.find(({ record }) => record === clash.record)?.entity ?? ''
  // a record that others have worked on stays whole
  const whole = asked?.clashes.every(({ field }) => field !== 'trashedAt') ?? true
  return (
    <Modal
      opened={asked !== null}
      onClose={close}
      size="lg"
      title={t(`frame.takeBack.${asked?.way ?? 'undo'}Clash`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {asked !== null && (
        <div className={dialog['text']}>
          <p>{t('frame.takeBack.about', { what: setWords(asked.shown, words, texts) })}</p>
          <ul>
            {asked.clashes.map((clash) => (
              <li key={`${clash.record} ${clash.field}`}>
                {clash.field === 'trashedAt'
                  ? t('frame.takeBack.worked', { by: clash.by, at: formatInstant(clash.at ?? '', texts.language) })
                  : t('frame.takeBack.changed', {
                      field: words.field(entityOf(clash), clash.field),
                      now: words.value(entityOf(clash), clash.field, clash.theirs),
                      back: words.value(entityOf(clash), clash.field, clash.base),
                      by: clash.by,
                      at: formatInstant(clash.at ?? '', texts.language),
                    })}
              </li>
            ))}
          </ul>
          {whole && <p>{t('frame.takeBack.rest')}</p>}
        </div>
      )}
      <div className={dialog['buttons']}>
        <Button variant="default" data-autofocus onClick={close}>
          {t('frame.takeBack.leave')}
        </Button>
        {whole && asked !== null && (
          <Button onClick={() => void takeBack(asked.way, asked)}>{t('frame.takeBack.keepTheirs')}</Button>
        )}
      </div>
    </Modal>
  )
}
