// The list as an official paper: exactly what is filtered, in its order.
import { IconFileTypeDocx } from '@tabler/icons-react'
import type { Action } from '../../../actions/action'
import { openPaper } from '../../../stores/paperWish'
import { useListQuery } from './listStore'

export function useListPaper(): Action {
  const { day: _day, ...query } = useListQuery()
  return {
    id: 'labs.document',
    bar: 'register',
    label: 'documents.openers.list',
    shortcut: 'Ctrl+Alt+D',
    icon: IconFileTypeDocx,
    run: () => openPaper({ kind: 'labs', query }),
  }
}
