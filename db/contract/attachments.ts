// Calls about attached files: hung on records, read, copied out, compared with what was attached. Nobody learns where they lie.
import { z } from 'zod'
import { Id } from '../model/fields'
import { changeSchema } from '../model/entities'
import { FileRef, save } from '../model/inputs'
import type { Attached, AttachmentList, FileChunk, FilesCheck } from '../model/shapes/attachments'
import type { Saved } from '../model/shapes/answer'
import { Reason } from '../model/questions'
import type { Redacted } from '../model/shapes/redaction'
import { admins, editors, everyone, output, type Entry } from './entry'

const records = z.array(Id).max(5000)
/** of one piece of a file */
const MOST_PIECE = 8 * 1024 * 1024

export const attachmentCalls = {
  /** Files that hang on the records, in the order they were attached, with where else the same bytes hang. `state` is by presence and size. */
  'attachments.of': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ records }),
    output: output<AttachmentList>(),
  },
  /** Keeps a file and hangs it on a record. Its kind is told by its bytes: PDF, PNG, JPEG, WebP, TIFF or HEIC of at most 100 MB. Equal bytes are kept once;
      adding them again also heals those that were lost or altered. Throws bad_file (rules file.not_attachable, file.no_content), too_large, file_missing,
      not_found, invalid_input with rule no_files. */
  'attachments.add': {
    kind: 'write',
    allow: ['admin', 'clerk', 'inspector'],
    input: z.strictObject({
      file: FileRef,
      record: Id,
      title: z.string().normalize('NFC').trim().max(500).optional(),
    }),
    output: output<Attached>(),
  },
  /** Changes the title (`note`) of an attached file. As labs.save. It goes to the trash and comes back by records.trash and records.restore
      (`attachment_link`); its bytes stay. */
  'attachments.save': {
    kind: 'write',
    allow: editors,
    input: save(changeSchema('attachment_link', ['note'])).required({ id: true }),
    output: output<Saved>(),
  },
  /** Takes an attached file (`id` of a link) out for good: its bytes, its names and titles in the log, its links. Throws not_found; invalid_input with rule redacted. */
  'attachments.redact': {
    kind: 'write',
    allow: admins,
    input: z.strictObject({ id: Id, reason: Reason }),
    output: output<Redacted>(),
  },
  /** Reads the files of the records (all when left out) and compares them with what was attached. */
  'attachments.check': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ records: records.optional() }),
    output: output<FilesCheck>(),
  },
  /** A piece of a file from `offset`; shorter at its end. Asked from 0, the whole is compared first: throws file_missing, file_changed. */
  'attachments.read': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ id: Id, offset: z.int().min(0), length: z.int().min(1).max(MOST_PIECE) }),
    output: output<FileChunk>(),
  },
  /** Writes a copy of the very bytes that were attached, whole or not at all. Throws as attachments.read, bad_file (the register itself), file_locked, disk_full. */
  'attachments.saveCopy': {
    kind: 'read',
    allow: everyone,
    input: z.strictObject({ id: Id, file: FileRef }),
    output: output<{ bytes: number; sha256: string }>(),
  },
} satisfies Record<string, Entry>
