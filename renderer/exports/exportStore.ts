// The format that was chosen last on this machine, and the file that is being checked.
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { z } from 'zod'
import type { TableKind } from '../../db/model/bridge'
import type { ExportCheck } from '../../db/model/shapes/exchange'

export const tableKinds = ['xlsx', 'ods', 'csv'] as const satisfies readonly TableKind[]
const Stored = z.object({ format: z.enum(tableKinds) })

export const useExportFormat = create<{ format: TableKind; remember: (format: TableKind) => void }>()(
  persist((set) => ({ format: 'xlsx', remember: (format) => set({ format }) }), {
    name: 'so.export',
    storage: createJSONStorage(() => localStorage),
    partialize: ({ format }) => ({ format }),
    merge: (stored, initial) => ({ ...initial, ...Stored.safeParse(stored ?? {}).data }),
  }),
)

/** What a check has found; null: nothing is shown. */
export const useCheckedFile = create<{ found: ExportCheck | null; show: (found: ExportCheck | null) => void }>()(
  (set) => ({
    found: null,
    show: (found) => set({ found }),
  }),
)
