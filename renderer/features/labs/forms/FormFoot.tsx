// The form's buttons with their shortcuts, and whether something is unsaved.
import { Button } from '@mantine/core'
import type { JSX } from 'react'
import { useTexts } from '../../../texts/texts'
import classes from './forms.module.css'
import { useFormStore } from './openForm'
import type { After } from './trouble'

export interface FormFootProps {
  saving: boolean
  locked: boolean
  save: (after: After) => void
  /** offers to add another record of the kind */
  next: boolean
}

export function FormFoot({ saving, locked, save, next }: FormFootProps): JSX.Element {
  const { t } = useTexts()
  const dirty = useFormStore((store) => store.dirty)
  return (
    <>
      {next && (
        <Button disabled={locked} loading={saving} title="Ctrl+Shift+Enter" onClick={() => save({ goal: 'next' })}>
          {t('forms.actions.saveNext')}
        </Button>
      )}
      <Button
        {...(next ? { variant: 'default' } : {})}
        disabled={locked}
        loading={saving}
        title="Ctrl+Enter"
        onClick={() => save({ goal: 'close' })}
      >
        {t('forms.actions.saveClose')}
      </Button>
      <Button variant="default" disabled={locked || saving} title="Ctrl+S" onClick={() => save({ goal: 'stay' })}>
        {t('forms.actions.save')}
      </Button>
      <span className={classes['state']}>{dirty ? t('forms.state.unsaved') : ''}</span>
    </>
  )
}
