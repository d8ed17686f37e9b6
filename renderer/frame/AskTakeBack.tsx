// An undo that meets values somebody else has changed since: what they are now, and the choice to leave those and take back the rest.
import { Button, Modal } from '@mantine/core'
import type { JSX } from 'react'
import type { FieldProblem } from '../../db/model/errors'
import { setWords } from '../components/changes/setWords'
import dialog from '../components/dialog.module.css'
import { formatInstant } from '../texts/instants'
import { useTexts } from '../texts/texts'
import { useActorName } from '../useActorName'
import { useRecordWords } from '../useRecordWords'
import { useAsked, useTakeBack, type Asked } from './takeBack'

const close = (): void => useAsked.setState({ asked: null })

export function AskTakeBack(): JSX.Element {
  const { t } = useTexts()
  const { asked } = useAsked()
  return (
    <Modal
      opened={asked !== null}
      onClose={close}
      size="lg"
      title={t(`frame.takeBack.${asked?.way ?? 'undo'}Clash`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {asked !== null && <Clashes asked={asked} />}
    </Modal>
  )
}

function Clashes({ asked }: { asked: Asked }): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const words = useRecordWords()
  const nameOf = useActorName()
  const { takeBack } = useTakeBack()
  const { way, shown, clashes } = asked
  const sentence = ({ record, field, theirs, base, by, at = '' }: FieldProblem): string => {
    const when = { by: nameOf(by ?? ''), at: formatInstant(at, language) }
    if (field === 'trashedAt') return t('frame.takeBack.worked', when)
    const entity = shown.changes.find((change) => change.record === record)?.entity ?? ''
    const value = (of: unknown): string => words.value(entity, field, of)
    return t('frame.takeBack.changed', {
      ...when,
      field: words.field(entity, field),
      now: value(theirs),
      back: value(base),
    })
  }
  // a record that others have worked on stays whole
  const whole = clashes.every(({ field }) => field !== 'trashedAt')
  return (
    <>
      <div className={dialog['text']}>
        <p>{t('frame.takeBack.about', { what: setWords(shown, words, texts) })}</p>
        <ul>
          {clashes.map((clash) => (
            <li key={`${clash.record} ${clash.field}`}>{sentence(clash)}</li>
          ))}
        </ul>
        {whole && <p>{t('frame.takeBack.rest')}</p>}
      </div>
      <div className={dialog['buttons']}>
        <Button variant="default" data-autofocus onClick={close}>
          {t('frame.takeBack.leave')}
        </Button>
        {whole && <Button onClick={() => void takeBack(way, asked)}>{t('frame.takeBack.keepTheirs')}</Button>}
      </div>
    </>
  )
}
