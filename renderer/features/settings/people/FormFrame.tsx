// The frame of a small form about people: its name, what is wrong with the whole, save and leave; Esc leaves.
import { Button } from '@mantine/core'
import { useEffect, useRef, type FormEvent, type JSX, type ReactNode } from 'react'
import { useCloser } from '../../../actions/closers'
import { useTexts } from '../../../texts/texts'
import classes from '../settings.module.css'
import type { PersonForm } from './usePersonForm'

export interface FormFrameProps {
  title: string
  form: PersonForm
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

export function FormFrame({ title, form, onSave, onClose, children }: FormFrameProps): JSX.Element {
  const { t } = useTexts()
  const frame = useRef<HTMLFormElement>(null)
  useCloser(true, onClose)
  useEffect(() => frame.current?.querySelector<HTMLElement>('input, select')?.focus(), [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSave()
  }
  return (
    <form ref={frame} className={classes['personForm']} aria-label={title} noValidate onSubmit={submit}>
      <h4>{title}</h4>
      {children}
      {form.whole !== null && (
        <p role="alert" className={classes['problem']}>
          {form.whole}
        </p>
      )}
      <div className={classes['buttons']}>
        <Button type="submit" loading={form.busy}>
          {t('people.form.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
