// One group of fields that is saved by itself: Ctrl+S inside it, its own save bar as soon as something changed, one sentence when
// saving failed. The fields' errors stand at the fields.
import { Button } from '@mantine/core'
import { useId, type FormEvent, type JSX, type KeyboardEvent, type ReactNode } from 'react'
import { isComposing } from '../../actions/shortcut'
import { useTexts } from '../../texts/texts'
import classes from './fields.module.css'

export interface FormSectionProps {
  title: string
  hint?: string
  /** something differs from what was saved */
  dirty: boolean
  saving: boolean
  /** why the last save failed, in one sentence */
  failed?: string | null
  onSave: () => void
  onDiscard: () => void
  /** columns of fields on a wide page; one when narrow */
  columns?: 1 | 2 | 3
  children: ReactNode
}

export function FormSection(props: FormSectionProps): JSX.Element {
  const { t } = useTexts()
  const id = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (isComposing(event.nativeEvent) || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    event.stopPropagation()
    if (!props.saving) props.onSave()
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    if (!props.saving) props.onSave()
  }
  return (
    <form className={classes['section']} aria-labelledby={id} noValidate onKeyDown={onKeyDown} onSubmit={onSubmit}>
      <header className={classes['sectionHead']}>
        <h2 id={id}>{props.title}</h2>
        {props.hint !== undefined && <p>{props.hint}</p>}
      </header>
      <div className={classes['fields']} data-columns={props.columns ?? 2}>
        {props.children}
      </div>
      {props.failed !== undefined && props.failed !== null && (
        <p role="alert" className={classes['failed']}>
          {props.failed}
        </p>
      )}
      {(props.dirty || props.saving) && (
        <div className={classes['saveBar']}>
          <Button type="submit" loading={props.saving} title="Ctrl+S">
            {t('common.save')}
          </Button>
          <Button variant="default" disabled={props.saving} onClick={props.onDiscard}>
            {t('common.discard')}
          </Button>
        </div>
      )}
    </form>
  )
}
