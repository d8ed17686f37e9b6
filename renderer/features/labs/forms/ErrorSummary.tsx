// After a save that found errors: one line that screen readers read out, with a way to each field. The sentences stand at the fields.
import type { JSX } from 'react'
import { useFormState, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form'
import { useTexts } from '../../../texts/texts'
import classes from './forms.module.css'
import { flatErrors } from './recordSpec'
import type { Values } from './values'

export interface ErrorSummaryProps<V extends FieldValues, C extends object> {
  form: UseFormReturn<V, unknown, C>
  /** a save was tried and refused */
  shown: boolean
  labelOf: (path: string) => string
}

export function ErrorSummary<V extends FieldValues, C extends object>(
  props: ErrorSummaryProps<V, C>,
): JSX.Element | null {
  const { t, n } = useTexts()
  const { errors } = useFormState({ control: props.form.control })
  const fields = [...new Set(flatErrors(errors as Values).map(({ path }) => fieldOf(path)))]
  if (!props.shown || fields.length === 0) return null
  return (
    <div className={classes['notice']} data-tone="failed" role="alert">
      <p>{t('forms.errors', { count: fields.length, shown: n(fields.length) })}</p>
      <ul className={classes['links']}>
        {fields.map((field) => (
          <li key={field}>
            <button type="button" onClick={() => props.form.setFocus(field as Path<V>)}>
              {props.labelOf(field)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A date's error lies at its `iso`, but its field is the date. */
function fieldOf(path: string): string {
  return path.replace(/\.(iso|printed|root)$/, '')
}
