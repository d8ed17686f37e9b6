// Ghi chú: the laboratory's note, then those of its accreditations and decisions, so that no remark has to be searched for.
import type { JSX } from 'react'
import type { LabPage } from '../../../../db/model/shapes'
import { useTexts, type Texts } from '../../../texts/texts'
import classes from './page.module.css'
import { accreditationName, decisionName } from './wording'

interface Note {
  id: string
  title: string
  text: string
}

export function notesOf(texts: Texts, page: LabPage): Note[] {
  const { t } = texts
  const note = (id: string, title: string, text: string | null): Note[] => (text === null ? [] : [{ id, title, text }])
  const decisions = new Map(
    page.accreditations.flatMap((each) => each.decisions).map((decision) => [decision.id, decision]),
  )
  return [
    ...note(page.id, t('labPage.notes.lab'), page.note),
    ...page.accreditations.flatMap((each) =>
      note(each.id, t('labPage.notes.accreditation', { code: accreditationName(texts, each) }), each.note),
    ),
    ...[...decisions.values()].flatMap((decision) =>
      note(decision.id, t('labPage.notes.decision', { what: decisionName(texts, decision) }), decision.note),
    ),
  ]
}

export function NotesSection({ page }: { page: LabPage }): JSX.Element {
  const texts = useTexts()
  const notes = notesOf(texts, page)
  if (notes.length === 0) return <p className={classes['dim']}>{texts.t('labPage.notes.none')}</p>
  return (
    <dl className={classes['notes']}>
      {notes.map(({ id, title, text }) => (
        <div key={id}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
