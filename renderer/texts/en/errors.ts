// English texts of the registry's error codes.
import type { errors as vi } from '../vi/errors'
import type { Words } from '../words'

export const errors: Words<typeof vi> = {
  title: 'This did not work',
  number: 'Incident {{number}}',
  load: 'The data could not be loaded',
  invalid_input: 'Something is not filled in correctly. Correct the marked field and save again.',
  unknown_call: 'This version lacks that function. Close and reopen; if it stays, install the latest version.',
  signed_out: 'Nobody is signed in. Sign in and try again.',
  forbidden: 'Your account may not do this. Ask the administrator of the register.',
  read_only: 'This register is open for reading only. Copy it to this computer and edit the copy.',
  no_register: 'No register is open. Open or create one first.',
  not_found: 'This record is not there; it may lie in the trash. Reload the list.',
  conflict: 'Somebody has just changed the same place. Compare the two values and choose the right one.',
  duplicate: 'There is a record like this already. Open it to edit, or change the value that repeats.',
  in_use: 'Other records use this one. Remove those uses first.',
  bad_dates: 'The dates do not fit: the expiry must come after the start. Check both dates.',
  file_exists: 'There is a file of that name already. Choose another name.',
  file_missing: 'The file is no longer there; it may have been moved or renamed. Choose it again.',
  register_moved:
    'Not saved: the register’s file was moved, renamed or removed while open. Put it back and save again; do not close this window.',
  file_locked: 'Another program has this file open. Close that program and try again.',
  not_a_register: 'This file is not a register of this program. Choose a file ending in .scn.',
  newer_register:
    'A newer version of this program made this register. Update and open it again; the file is unchanged.',
  damaged_register: 'Part of this register is damaged. The original is kept; restore the latest backup.',
  bad_file: 'This file cannot be read. Open it in Excel, save it as .xlsx and try again.',
  wrong_encoding: 'The text of this file has the wrong encoding. Save it as CSV UTF-8 or .xlsx and try again.',
  too_large: 'This file is too large to read at once. Split it.',
  file_changed: 'The file changed after the preview. Preview it again before importing.',
  bad_place: 'An open register must not lie there. Copy it to this computer; backups may lie there.',
  bad_grant: 'The permission to use this file has ended. Choose the file again.',
  cancelled: 'Stopped as asked; nothing has changed.',
  passphrase_needed: 'Backups have a passphrase. Enter it on the screen Backups, then try again.',
  wrong_passphrase:
    'This is not the passphrase of the backup. Check capital letters and the input method, then try again.',
  disk_full: 'The disk is full. Free some space and try again; what was saved is safe.',
  internal: 'Something went wrong inside; what was saved is safe. Try again, and report the incident if it returns.',
  disconnected:
    'The register had to be reconnected, so this may not have been saved. Check, and do it again if it is missing.',
  screen: 'This screen failed (number {{number}}). What was saved is safe. If it happens again, report this number.',
  form: 'This form failed (number {{number}}). What you typed is kept as a draft. If it happens again, report this number.',
  unexpected:
    'Something went wrong (number {{number}}). What was saved is safe; please do it again. If it happens again, report this number.',
  field: {
    required: 'Fill in this field.',
    tooLong: 'This is too long for the field. Shorten it.',
    invalid: 'This value is not right. Check it.',
    conflict: '{{by}} changed it to “{{theirs}}”. Choose the right value and save again.',
  },
}
