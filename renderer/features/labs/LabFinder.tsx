// Laboratories and other records in the palette (Ctrl+K): the list's own search, so that names, codes and unmarked typing are understood alike.
import { IconFlask } from '@tabler/icons-react'
import type { LabRow } from '../../../db/model/shapes/lab'
import { usePaletteSource, type PaletteItem } from '../../actions/palette'
import { useDay } from '../../stores/day'
import { useNavigation } from '../../stores/navigation'
import { ask } from '../../useCall'
import { useRecordFinders } from './recordFinders'

const MOST = 8

export function LabFinder(): null {
  const day = useDay()
  usePaletteSource({
    id: 'labs',
    label: 'labs.title',
    search: async (text) => (await ask('labs.list', { text, day, limit: MOST })).rows.map(toItem),
  })
  useRecordFinders()
  return null
}

function toItem({ id, nameVi, codes, area, owner }: LabRow): PaletteItem {
  const note = codes.join('; ') || (area ?? owner?.name)
  return {
    id,
    label: nameVi,
    icon: IconFlask,
    run: () => useNavigation.getState().go('lab', { id }),
    ...(note !== undefined && { note }),
  }
}
