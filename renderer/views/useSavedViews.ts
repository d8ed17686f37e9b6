// The saved views of the list of laboratories and the seq they were read at.
import { LAB_VIEWS } from '../../db/model/views'
import type { ViewList } from '../../db/model/shapes/views'
import { useCall } from '../useCall'

/** null until they are known. */
export function useSavedViews(): ViewList | null {
  const list = useCall('views.list', { area: LAB_VIEWS })
  return list.state === 'ready' ? list.data : null
}
