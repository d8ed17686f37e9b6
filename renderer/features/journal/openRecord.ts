// From a line of the journal to the page of the laboratory that shows the record; the registry says which one that is.
import type { OpenRecord } from '../../components/changes/RecordChangeView'
import { useNavigation } from '../../stores/navigation'

export const openerOf: OpenRecord = ({ lab }) =>
  lab === null ? null : () => useNavigation.getState().go('lab', { id: lab })
