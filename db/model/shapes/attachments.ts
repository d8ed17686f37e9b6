// Answers about attached files: what hangs on a record, whether its bytes are still there and whole, and the bytes themselves.
import type { EntityName } from '../entities'
import type { FileKind } from '../files/kinds'

/** `present`: there, with its size (its content is compared by attachments.check); `altered`: not the bytes that were attached. */
export type FileState = 'present' | 'missing' | 'altered'

/** Another record on which the same bytes hang. */
export interface SharedAt {
  record: string
  entity: EntityName
  label: string
  /** whose page shows it */
  lab: string | null
}

export interface AttachmentShown {
  /** of the attaching: goes to the trash, is read, copied */
  id: string
  record: string
  /** as people call it; null: by its file's name */
  title: string | null
  name: string
  kind: FileKind
  bytes: number
  addedBy: string
  /** instant, ISO 8601 UTC */
  addedAt: string
  state: FileState
  alsoAt: SharedAt[]
}

export interface AttachmentList {
  seq: number
  files: AttachmentShown[]
}

export interface Attached {
  id: string
  seq: number
  /** the register had these bytes already, so nothing was stored twice */
  known: boolean
  /** the very record had them: nothing was added */
  already: boolean
}

export interface FilesCheck {
  /** files compared byte by byte */
  checked: number
  wrong: { id: string; record: string; name: string; state: Exclude<FileState, 'present'> }[]
}

export interface FileChunk {
  bytes: Uint8Array
  total: number
}
