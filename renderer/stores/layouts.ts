// How each list looks on this machine: order, width and visibility of its columns, by the list's id.
import { useCallback } from 'react'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { z } from 'zod'
import { ViewLayout } from '../../db/model/views'

export type GridLayout = z.infer<typeof ViewLayout>

export const defaultLayout: GridLayout = { widths: {}, hidden: null }
const Stored = z.object({ grids: z.record(z.string(), ViewLayout) })

interface Layouts {
  grids: Readonly<Record<string, GridLayout>>
  setLayout: (grid: string, layout: GridLayout) => void
}

const useLayouts = create<Layouts>()(
  persist(
    (set) => ({
      grids: {},
      setLayout: (grid, layout) => set((state) => ({ grids: { ...state.grids, [grid]: layout } })),
    }),
    {
      name: 'so.grids',
      storage: createJSONStorage(() => localStorage),
      partialize: ({ grids }) => ({ grids }),
      merge: (stored, initial) => ({ ...initial, ...Stored.safeParse(stored ?? {}).data }),
    },
  ),
)

/** Layout of one list and its setter, for `DataGrid`'s `layout` and `onLayout`. */
export function useGridLayout(grid: string): [GridLayout, (layout: GridLayout) => void] {
  const layout = useLayouts((state) => state.grids[grid] ?? defaultLayout)
  const setLayout = useLayouts((state) => state.setLayout)
  return [layout, useCallback((next: GridLayout) => setLayout(grid, next), [grid, setLayout])]
}
