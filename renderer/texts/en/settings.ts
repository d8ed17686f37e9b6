// English words of the settings.
import type { settings as vi } from '../vi/settings'
import type { Words } from '../words'

export const settings: Words<typeof vi> = {
  title: 'Settings',
  machine: {
    title: 'This machine',
    hint: 'Changes this machine alone, at once; others who open the register see no difference.',
    language: 'Language',
    theme: 'Theme',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    density: 'Row height',
    densities: { compact: 'Low', normal: 'Normal', comfortable: 'High' },
    zoom: {
      label: 'Text size',
      percent: '{{percent}}%',
      larger: 'Larger',
      smaller: 'Smaller',
      reset: 'Back to 100%',
    },
  },
  register: {
    title: 'This register',
    hint: 'Kept in the register’s file: it goes wherever the register goes. Changes here are logged but cannot be undone; to go back, type the earlier value.',
    office: 'The office',
    officeHint:
      'Leaving a field, Enter or Ctrl+S saves it. Saving cannot be undone; the old value stays in the journal, from which it can be typed again.',
    examples: {
      department: 'Such as: Sở Khoa học và Công nghệ tỉnh Quảng Ninh',
      department_unit: 'Such as: Phòng Quản lý khoa học',
      place: 'Such as: Quảng Ninh',
      signatory: 'Name and office, such as: Nguyễn Văn A, Giám đốc',
    },
    saving: 'saving…',
    saved: 'saved',
    lostField: 'Could not save “{{field}}”. {{why}}',
  },
  place: {
    title: 'Where the data lies',
    file: 'Register file',
    folder: 'Folder',
    none: 'No register is open, so there is no file to show.',
    reveal: 'Open the register’s folder',
    copyPath: 'Copy the path',
    pathCopied: 'Copied the path of the register’s file.',
    missing:
      'The register’s file is no longer there; its drive may have been removed, or the file moved. Connect the drive again or look for the file.',
    backup: 'Backups',
    backupText:
      'The register is backed up every day and each copy is checked. To copy it by hand, close the program first, then copy {{file}} and the folder of attached files, {{file}}.files.',
    backups: 'Open the backups',
  },
  about: {
    title: 'About',
    what: 'A register of accredited laboratories. It needs no network.',
    version: 'Version',
    engine: 'Runs on',
    licence: 'Licence',
    licenceWords: 'MIT: free to use, copy and change.',
    fonts: 'Fonts',
    fontsWords: 'Be Vietnam Pro, OFL 1.1 licence',
    schema: 'Tables of the register',
    schemaWords: 'version {{version}}',
    fingerprint: 'Fingerprint of the register',
    fingerprintHint: 'Two machines with the same fingerprint hold the same register.',
    copyFingerprint: 'Copy the fingerprint',
    fingerprintCopied: 'Copied the fingerprint of the register.',
    copyAll: 'Copy these facts',
    allCopied: 'Copied; paste it into a message when asking for help.',
  },
}
