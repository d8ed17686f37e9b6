// What the preload puts on the window (types: db/model/bridge). Nothing else reaches out of the sandbox.
import type { RegistryBridge, ShellBridge } from '../db/model/bridge'

declare global {
  interface Window {
    registry: RegistryBridge
    shell: ShellBridge
  }
}
