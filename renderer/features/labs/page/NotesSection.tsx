// Ghi chú of the laboratory; notes of accreditations, decisions and sites stand where those are shown.
import type { JSX } from 'react'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { useTexts } from '../../../texts/texts'
import classes from './history.module.css'
import ink from './ink.module.css'

export function NotesSection({ page }: { page: LabPage }): JSX.Element {
  const { t } = useTexts()
  if (page.note === null) return <p className={ink['dim']}>{t('labPage.notes.none')}</p>
  return <p className={classes['noteText']}>{page.note}</p>
}
