// Official papers about the laboratory on the page: its sheet, a letter that reminds it, the history of an accreditation.
import { IconFileText, IconHistory, IconMail } from '@tabler/icons-react'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { useActions } from '../../../actions/action'
import { openPaper } from '../../../stores/paperWish'

export const openSheet = (page: LabPage): void => openPaper({ kind: 'lab', id: page.id }, labOf(page))
export const openReminder = (page: LabPage): void => openPaper({ kind: 'reminder', labs: [page.id] }, labOf(page))
/** Without one: the only one, or the one that is chosen there. */
export function openHistory(page: LabPage, accreditation?: string): void {
  const [first] = page.accreditations
  const id = accreditation ?? (page.accreditations.length === 1 ? first?.id : undefined) ?? ''
  openPaper({ kind: 'accreditation', id }, labOf(page))
}

const labOf = ({ id, nameVi: name }: LabPage): { id: string; name: string } => ({ id, name })

export const keys = { sheet: 'Ctrl+Alt+D', reminder: 'Ctrl+Alt+U', history: 'Ctrl+Alt+H' } as const

export function usePapersOfLab(page: LabPage): void {
  useActions([
    {
      id: 'labPage.paper',
      label: 'documents.openers.lab',
      shortcut: keys.sheet,
      icon: IconFileText,
      run: () => openSheet(page),
    },
    {
      id: 'labPage.reminder',
      label: 'documents.openers.reminder',
      shortcut: keys.reminder,
      icon: IconMail,
      when: () => page.accreditations.length > 0,
      run: () => openReminder(page),
    },
    {
      id: 'labPage.accreditationHistory',
      label: 'documents.openers.history',
      shortcut: keys.history,
      icon: IconHistory,
      when: () => page.accreditations.length > 0,
      run: () => openHistory(page),
    },
  ])
}
