// Asks once what becomes of unsaved changes when the form is about to give way; Esc and “stay” go back to where the caret was.
import { Button } from '@mantine/core'
import { useEffect, useRef, type JSX } from 'react'
import { useTexts } from '../../../texts/texts'
import classes from './forms.module.css'
import { useFormStore, type Next } from './openForm'

export interface AskUnsavedProps {
  /** saves, then goes there */
  onSave: (next: Next) => void
  /** drops what was typed */
  onDrop: () => void
}

export function AskUnsaved(props: AskUnsavedProps): JSX.Element | null {
  const asking = useFormStore((store) => store.asking)
  return asking === null ? null : <Question {...props} next={asking.next} />
}

function Question({ onSave, onDrop, next }: AskUnsavedProps & { next: Next }): JSX.Element {
  const { t } = useTexts()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    first.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected && useFormStore.getState().target !== null) before.focus()
    }
  }, [])
  const { stay, goTo } = useFormStore.getState()
  return (
    <div className={classes['notice']} data-tone="ask" role="alertdialog" aria-label={t('forms.unsaved.title')}>
      <p>{t(`forms.unsaved.${next === null ? 'close' : typeof next === 'function' ? 'leave' : 'next'}`)}</p>
      <div className={classes['buttons']}>
        <Button
          ref={first}
          size="compact-md"
          onClick={() => {
            stay()
            onSave(next)
          }}
        >
          {t('forms.unsaved.save')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          onClick={() => {
            onDrop()
            goTo(next)
          }}
        >
          {t('forms.unsaved.drop')}
        </Button>
        <Button size="compact-md" variant="default" onClick={stay}>
          {t('forms.unsaved.stay')}
        </Button>
      </div>
    </div>
  )
}
