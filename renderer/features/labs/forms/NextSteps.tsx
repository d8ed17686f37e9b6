// After a new record is in the register: what usually comes next, one key away, until something is typed again.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { JSX } from 'react'
import { useTexts } from '../../../texts/texts'
import classes from './forms.module.css'
import { useFormStore } from './openForm'
import { leaveFor, type Step } from './steps'

export interface NextStepsProps {
  steps: readonly Step[]
  /** the record just added; null: not there yet */
  id: string | null
}

export function NextSteps({ steps, id }: NextStepsProps): JSX.Element | null {
  const { t } = useTexts()
  const dirty = useFormStore((store) => store.dirty)
  if (id === null || dirty || steps.length === 0) return null
  return (
    <section className={classes['notice']} aria-label={t('forms.steps.title')}>
      <p role="status">{t('forms.steps.text')}</p>
      <div className={classes['buttons']}>
        {steps.map(({ label, target }, at) => (
          <Button
            key={label}
            size="compact-md"
            variant={at === 0 ? 'filled' : 'default'}
            leftSection={<IconPlus size={14} aria-hidden />}
            {...(at === 0 ? { title: 'Ctrl+Shift+Enter' } : {})}
            onClick={() => leaveFor(target(id))}
          >
            {label}
          </Button>
        ))}
      </div>
    </section>
  )
}
