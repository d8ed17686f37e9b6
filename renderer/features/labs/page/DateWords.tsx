// A date as it is known, with what the paper prints beside it: “11/2023 (chưa rõ ngày; ghi “/11/2023”)”.
import type { JSX } from 'react'
import type { PartialDate } from '../../../../db/model/dates/partial'
import { useTexts } from '../../../texts/texts'
import ink from './ink.module.css'
import { dateNotes } from './wording'

export function DateWords({ date }: { date: PartialDate }): JSX.Element {
  const { shown, notes } = dateNotes(useTexts(), date)
  return (
    <>
      <span className={ink['date']}>{shown}</span>
      {notes.length > 0 && <span className={ink['dim']}> ({notes.join('; ')})</span>}
    </>
  )
}
