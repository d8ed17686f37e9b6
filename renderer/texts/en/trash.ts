// English words of the trash.
import type { trash as vi } from '../vi/trash'
import type { Words } from '../words'

export const trash: Words<typeof vi> = {
  title: 'Trash',
  line: 'Nothing here is lost; it can be restored at any time.',
  count_one: '{{shown}} record',
  count_other: '{{shown}} records',
  selected_one: '{{shown}} selected',
  selected_other: '{{shown}} selected',
  columns: { entity: 'Kind', label: 'Name', trashedAt: 'Put here', by: 'By', restore: 'Action' },
  unnamed: '(no name yet)',
  restore: 'Restore',
  restoreThis: 'Restore {{what}}',
  restoreSelected: 'Restore the selected records',
  restored: 'Restored {{what}}.',
  restoredMany_one: 'Restored {{shown}} record.',
  restoredMany_other: 'Restored {{shown}} records.',
  failed: 'Could not restore {{what}}. {{why}}',
  named: '{{entity}} “{{label}}”',
  open: 'Open the laboratory',
  empty: {
    title: 'The trash is empty',
    text: 'A laboratory, site, accreditation or decision that is removed lies here and can be restored.',
  },
}
