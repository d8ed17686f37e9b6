// “Vì sao?” on a page: unfolds the chain of decisions that makes a status, in sentences (db/model/status/explain).
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState, type JSX } from 'react'
import type { Explained } from '../../../../db/model/shapes/status'
import { useTexts } from '../../../texts/texts'
import { Explanation } from '../why/Explanation'
import classes from './cards.module.css'

export interface WhyProps {
  status: Explained
  /** the day the status was asked for */
  day: string
  laboratory: string
}

export function Why({ status, day, laboratory }: WhyProps): JSX.Element {
  const { t, language } = useTexts()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div className={classes['why']}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={t('labPage.accreditation.whyLabel', {
          status: t(`status.${status.status}`).toLocaleLowerCase(language),
        })}
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight size={14} aria-hidden data-open={open || undefined} />
        {t('labPage.accreditation.why')}
      </button>
      <div id={id} hidden={!open}>
        <Explanation status={status} day={day} laboratory={laboratory} />
      </div>
    </div>
  )
}
