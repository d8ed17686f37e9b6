// The form's buttons with their shortcuts.
import { Button } from '@mantine/core'
import type { JSX } from 'react'
import { useTexts } from '../../../texts/texts'
import { useFormStore } from './openForm'
import type { After } from './trouble'

export interface FormFootProps {
  saving: boolean
  locked: boolean
  save: (after: After) => void
  /** goes on after saving: another record of the kind, or the next step of a new one */
  onward: Onward | null
  /** the next steps of a record just added are offered above while nothing is unsaved */
  added: boolean
}

export interface Onward {
  label: string
  after: After
}

export function FormFoot({ saving, locked, save, onward, added }: FormFootProps): JSX.Element {
  const { t } = useTexts()
  const dirty = useFormStore((store) => store.dirty)
  const offered = added && !dirty && onward !== null
  return (
    <>
      {onward !== null && !offered && (
        <Button disabled={locked} loading={saving} title="Ctrl+Shift+Enter" onClick={() => save(onward.after)}>
          {onward.label}
        </Button>
      )}
      <Button
        {...(onward === null ? {} : { variant: 'default' })}
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
    </>
  )
}
