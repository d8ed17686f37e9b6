// Row heights the lists may have; the window provides the one chosen in the settings.
import { createContext, useContext } from 'react'

export type Density = 'compact' | 'normal' | 'comfortable'

const rowHeights: Record<Density, number> = { compact: 28, normal: 32, comfortable: 40 }

export const DensityContext = createContext<Density>('normal')

/** Height of a list row in px. */
export function useRowHeight(): number {
  return rowHeights[useContext(DensityContext)]
}
