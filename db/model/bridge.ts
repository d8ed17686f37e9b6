// The two objects the preload puts on a window: window.registry and window.shell. Types only, so that preload and window agree;
// tests/e2e/security.test.ts pins their names.
import type { Reply } from './errors'
import type { Language } from './texts/say'

/** `connecting`: the register is being opened; `restarting`: its process ended and a new one starts; `failed`: it ended too often, a person must act. */
export type RegistryState = 'connecting' | 'ready' | 'restarting' | 'failed'

/** Rule in the answer to a call that was under way when the registry process ended: a read may be asked again, of a write nobody knows. */
export type RestartedRule = 'registry_restarted'

export interface RegistryBridge {
  /** Never rejects. A call made while there is no connection waits for one; in state `failed` it is answered with `internal` at once.
   * `recorded`: a read as the register stood after that set. */
  call(name: string, input: unknown, recorded?: number): Promise<Reply<unknown>>
  /** Areas a write touched, in whatever window it was made. Each `on…` gives back what ends it. */
  onChanged(listener: (areas: readonly string[]) => void): () => void
  onProgress(
    listener: (progress: { job: string; call: string; done: number; total: number | null }) => void,
  ): () => void
  /** Tells the present state at once, then every change. */
  onState(listener: (state: RegistryState) => void): () => void
}

/** `paper`: what may be attached to a record, as its name says; the registry looks at the bytes */
export type OpenKind = 'register' | 'spreadsheet' | 'paper'
/** endings of the copies of attached files */
export type PaperKind = 'pdf' | 'png' | 'jpg' | 'webp' | 'tif' | 'heic' | 'docx'
/** endings of lists that are exported */
export type TableKind = 'xlsx' | 'ods' | 'csv'
export type SaveKind = TableKind | 'ics' | 'json' | 'zip' | PaperKind

/** A granted file: `ref` for a call's `file`, `name` (without folder) for people. */
export interface PickedFile {
  ref: string
  name: string
}
/** Where the open register lies, in words for people: no call and no verb takes them back. */
export interface RegisterPlace {
  folder: string
  file: string
}
export interface DroppedFile extends PickedFile {
  kind: OpenKind
}

export type MenuBar = 'register' | 'edit' | 'view' | 'go' | 'records' | 'tools' | 'help'

/** An action of the page as an item of the application menu. */
export interface MenuOffer {
  id: string
  label: string
  bar: MenuBar
  /** as in renderer/actions/shortcut.ts */
  keys?: string | undefined
  enabled: boolean
}

export interface ShellBridge {
  /** The system's picker. Null: the person thought better of it. */
  pickOpen(kind: 'register' | 'spreadsheet' | 'template'): Promise<PickedFile | null>
  /** Files to attach, in the order of the picker; none: thought better of it. */
  pickPapers(): Promise<PickedFile[]>
  /** A table is offered the folder of the last one. */
  pickSave(kind: SaveKind, suggestedName: string): Promise<PickedFile | null>
  /** The system's picker of a folder, for backups. */
  pickFolder(): Promise<PickedFile | null>
  /** Shows a granted file in the system's file manager. */
  reveal(ref: string): Promise<void>
  /** Opens a table that was saved in the program that the system has for it. False: there is none, or the file is not there. */
  openSaved(ref: string): Promise<boolean>
  /** Null: no register is open. */
  registerPlace(): Promise<RegisterPlace | null>
  /** Shows the open register in the system's file manager. False: none is open, or its file is no longer there. */
  revealRegister(): Promise<boolean>
  /** A window of its own at `#/<screen>?id=<id>`. */
  openWindow(target: { screen: string; id?: string }): Promise<void>
  /** Loads this window's page anew: nothing that was read stays in its memory. */
  reload(): Promise<void>
  /** Commands of the application menu by id (electron/menu.ts); `register.openFile` brings a file named to the program from outside. */
  onMenu(listener: (command: string, file: DroppedFile | null) => void): () => void
  /** What the page can do now, whole and in order: the application menu while its window is in front. */
  offer(items: readonly MenuOffer[]): Promise<void>
  /** A grant for a File dropped on the window. Null: not a file on disk, or of no kind we read. */
  dropFile(file: { readonly name: string; readonly size: number }): Promise<DroppedFile | null>
  /** The same for a file to attach, whatever its name says it is. Null: not a file on disk. */
  dropPaper(file: { readonly name: string; readonly size: number }): Promise<PickedFile | null>
  /** A place in the app's own folder for a copy that another program is to open: a grant to write it. */
  lend(kind: PaperKind, name: string): Promise<PickedFile>
  /** Opens a lent copy in the program that the system has for it. False: there is none, or the copy is not there. */
  openLent(ref: string): Promise<boolean>
  /** Draws a lent Word file as pages, in a window of its own that reaches nothing. Null: it was stopped, or there is no such file. */
  drawPaper(ref: string): Promise<{ pdf: Uint8Array; pages: number } | null>
  /** Stops whatever is being drawn or printed. */
  stopPaper(): Promise<void>
  /** The same pages on paper, by the system's print dialog. False: thought better of it. */
  printPaper(ref: string): Promise<boolean>
  /** A copy of a lent Word file, or of the pages drawn from it, where the person chooses. Null: thought better of it. */
  savePaper(ref: string, kind: 'docx' | 'pdf', name: string): Promise<PickedFile | null>
  /** Language of menus and pickers, remembered on this machine. */
  setLanguage(language: Language): Promise<void>
  /** One step larger (1) or smaller (-1), or back to normal (0). Gives the percentage now: 80 to 200. */
  zoom(step: -1 | 0 | 1): Promise<number>
  /** Tells the percentage as soon as it is known, then every change, whoever made it. */
  onZoom(listener: (percent: number) => void): () => void
  readonly versions: { app: string; electron: string; chrome: string; node: string }
  readonly platform: string
}
