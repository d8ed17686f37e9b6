// Whether the registry process answers. `restarting` is shown calmly; `ready` after it makes everything on the screen be asked again.
import { create } from 'zustand'
import type { RegistryState } from '../../db/model/bridge'

interface Connection {
  state: RegistryState
  setState: (state: RegistryState) => void
}

export const useConnection = create<Connection>()((set) => ({
  state: 'connecting',
  setState: (state) => set({ state }),
}))
