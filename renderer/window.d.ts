// What the preload puts on the window: the registry's calls and the shell's few verbs. Nothing else reaches out of the sandbox.
import type { Changed, Progress } from '../db/contract'
import type { Reply } from '../db/model/errors'

export type RegistryState = 'connecting' | 'ready' | 'restarting' | 'failed'

export interface RegistryPort {
  call: (name: string, input: unknown) => Promise<Reply<unknown>>
  /** tells which areas a write touched ('*': another register was opened); returns the way to stop listening */
  onChanged: (tell: (areas: Changed) => void) => () => void
  onState: (tell: (state: RegistryState) => void) => () => void
  onProgress?: (tell: (progress: Progress) => void) => () => void
}

export type PickKind = 'register' | 'spreadsheet'

export interface Shell {
  /** asks for a file to open; its grant, or null when nothing was chosen */
  pickOpen: (kind: PickKind) => Promise<{ file: string; name: string } | null>
  pickSave: (kind: 'xlsx' | 'csv', suggestedName: string) => Promise<{ file: string; name: string } | null>
  reveal: (file: string) => void
  /** opens another window at a place such as `#/lab?id=…` */
  openWindow: (place: string) => void
  print: () => void
  onMenu: (tell: (command: string) => void) => () => void
  platform: string
  versions: Readonly<Record<string, string>>
}

declare global {
  interface Window {
    registry: RegistryPort
    shell: Shell
  }
}
