// Words of the grouped list: what it is grouped by, and the groups that have no name of their own.
import type { grouping as vi } from '../vi/grouping'
import type { Words } from '../words'

export const grouping: Words<typeof vi> = {
  title: 'Group by',
  none: 'No groups',
  by: {
    status: 'Status',
    scheme: 'Scheme',
    field: 'Field',
    owner: 'Owner',
    area: 'Area today',
    oldArea: 'Former area (until 30/06/2025)',
  },
  action: {
    none: 'Ungroup',
    status: 'Group by status',
    scheme: 'Group by scheme',
    field: 'Group by field',
    owner: 'Group by owner',
    area: 'Group by area today',
    oldArea: 'Group by former area',
  },
  without: {
    status: 'Status not known',
    scheme: 'No accreditation',
    field: 'Field not known',
    owner: 'Owner not known',
    area: 'Area not known',
    oldArea: 'Former area not known',
  },
  closeAll: 'Collapse all groups',
  openAll: 'Expand all groups',
  repeated: 'A laboratory of several groups stands in each of them.',
  keys: { fold: 'Collapse, expand a group', move: 'Move a column left, right (on its name)' },
}
