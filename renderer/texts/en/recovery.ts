// Words of the screen that stands there when a register does not open and can be recovered.
import type { vi } from '../vi/all'
import type { Words } from '../words'

export const recovery: Words<(typeof vi)['recovery']> = {
  title: 'Recover the register',
  why: {
    damaged_register: 'The register file “{{file}}” is damaged and does not open.',
    not_a_register: 'The register file “{{file}}” is damaged from its first bytes on and is not recognised any more.',
    file_missing: 'The register file “{{file}}” is not in its place.',
    crashes: 'The program stopped several times in a row while “{{file}}” was open. Number {{number}}.',
  },
  calmCrashes: 'What was called saved is safe. The register is left closed; choose what to do next.',
  passphrase: 'The backup has a passphrase. With the right one the recovery goes on.',
  forgotten: 'Passphrase forgotten: use the backup without one, made {{at}}',
  forgottenNone: 'Passphrase forgotten: rebuild from the log in the file alone',
  forgottenNoneHint:
    'Every saving that can still be read in the damaged file is read back. The backups with a passphrase are kept.',
  forgottenHint:
    'Later savings are read from the damaged file where they still can be. The backups with a passphrase are kept.',
  retryFirst:
    'Try to open it again first. If it stops again, recover it from a backup: the present file is kept beside it.',
  calm: 'Nothing is deleted. The damaged file is kept beside it under another name.',
  from: 'Newest good backup: {{at}}, with {{labs}} laboratories, {{accreditations}} accreditations, {{decisions}} decisions.',
  fromNone:
    'There is no good backup. The register will be rebuilt from what can still be read of the log in the damaged file; if a disk with backups exists, plug it in and try again.',
  steps: 'What will be done',
  step: {
    keep: 'Keep the damaged file beside, as it is.',
    backup: 'Put the backup in the place of the register.',
    replay: 'Enter every later change set that can still be read and verifies.',
    tell: 'Tell what came back and which numbers are missing.',
  },
  do: 'Recover this register',
  retry: 'Try to open it again',
  other: 'Open or create another register',
  nothing: 'No register needs recovering.',
  failed: 'Not recovered; the file stays as it is. {{why}}',
  hopeless:
    'Not recovered: there is no backup, and the log in the file cannot be read. The file stays as it is. If a disk with backups exists, plug it in and try again.',
  done: {
    title: 'Recovered “{{file}}”',
    whole: 'Every change set came back.',
    notWhole: 'What could be read came back; what is named below did not.',
    onlyBackup: 'The register is as in the backup; no later change set could be read.',
    backup: 'Backup used',
    noBackup: 'none, rebuilt from the log',
    returned: 'Change sets read again',
    returnedSpan: '{{shown}}, from {{first}} to {{last}}',
    missing: 'Numbers missing in the log',
    unplaced: 'Numbers that stand on what is missing',
    endUnknown: 'the end of the log cannot be read; the very last saves may be lost too',
    noFile: 'there is no file to read; saves after the backup did not come back',
    none: 'none',
    now: 'The register now holds',
    counts: '{{labs}} laboratories · {{accreditations}} accreditations · {{decisions}} decisions',
    kept: 'The damaged file is kept as',
    gone: 'the old file is gone',
    missingHint:
      'The numbers count the change sets of the log. Compare with the papers of those days and enter again what is missing.',
    go: 'Go to the register',
  },
}
