// Words of the screen “Open or make a register” and of everything that opens, makes or refuses a register.
export const start = {
  title: 'Open or make a register',
  line: 'Open now: {{name}}. It stays open until you choose another one.',
  closed: 'No register is open. Open one or make a new one.',
  actions: { open: 'Open a register…', create: 'New register…', openFile: 'Open the register file brought here' },
  new: {
    title: 'Make a register',
    kind: 'Kind of register',
    kinds: {
      'quang-ninh': {
        name: 'Quảng Ninh register',
        text: 'The province’s laboratories that have been named in public, each value with its source; still to be verified.',
      },
      sample: {
        name: 'Sample register to practise on',
        text: 'Laboratories, codes and decisions are all fictional and show every status. Edit and delete freely; never use it as a real register.',
      },
      empty: { name: 'Empty register', text: 'No laboratories yet, only the shared lists. Enter everything yourself.' },
    },
    name: 'Name of the register',
    nameHint: 'Shown at the top of the window, for example “Sổ Quảng Ninh 2026”.',
    nameMissing: 'Give the register a name.',
    nameLong: 'The name is longer than 80 characters. Make it shorter.',
    submit: 'Make the register',
    where:
      'A new register lies in the app’s own folder on this machine. Making one cannot be undone; the register that is open stays as it is.',
  },
  old: {
    title: 'Open a register',
    pick: 'Choose a register file…',
    hint: 'A register (.scn) or a backup (.scn, .scnk). You can also drag the file onto this window.',
  },
  recent: {
    title: 'Opened lately',
    none: 'No register has been opened on this machine yet.',
    opened: 'opened {{when}}',
    open: 'open now',
    absent: 'no longer there',
    absentHint:
      'The register is no longer where it was: plug the drive in again, or use “Choose a register file…” if it was moved.',
  },
  opened: '{{name}} is open.',
  openedToRead: {
    locked: '{{name}} is open for reading only, because another program has it open.',
    medium: '{{name}} is open for reading only, because nothing can be written where the file lies.',
  },
  created: '{{name}} was made.',
  brought: '{{name}} was restored from the backup.',
  bring: {
    title: 'Restore from a backup',
    what: 'This is a backup of “{{name}}”, made {{at}}.',
    how: 'A new register is made on this machine from the backup, with the attached files. The backup and the register that is open stay as they are.',
    passphrase: 'It has a passphrase. Enter the one that was set for the backups.',
    do: 'Restore',
    noManifest:
      'The .json file of the same name as “{{file}}” is missing. Copy the whole backup folder and choose again.',
    broken: 'The backup “{{file}}” is damaged or lacks files, so it cannot be restored. Choose another one.',
  },
  dismiss: 'Close this message',
  place: {
    title: 'Open “{{file}}”',
    copyText:
      'The file lies outside the app’s own folder. Better copy it to this machine: no work is lost when a USB stick or the network goes away, and the original stays as it is.',
    inPlaceText: 'Opened where it lies, every change is written straight into that file.',
    copy: 'Copy to this machine and open',
    inPlace: 'Open where it lies',
    bad: {
      network: 'The file is on a network drive ({{service}}). An open register there may break when the network fails.',
      sync: 'The file is in a folder that {{service}} copies away. An open register there may be copied half way and break.',
      wayOut: 'Copy the register to this computer and work on the copy; backups may lie there.',
    },
  },
  drop: {
    one: 'Drop one file at a time.',
    paper: 'Open the page of a laboratory and drop “{{file}}” there to attach it.',
    unknown: '“{{file}}” cannot be used here. Drop a register file (.scn).',
  },
  badPlace: {
    network:
      '“{{file}}” is on a network drive ({{service}}), where an open register breaks easily, so it is not opened in place. Use “Choose a register file…” and copy it to this computer; backups may lie on the network.',
    sync: '“{{file}}” is in a folder that {{service}} copies away, where an open register breaks easily, so it is not opened in place. Use “Choose a register file…” and copy it to this computer; backups may lie there.',
  },
  why: {
    file_missing:
      '“{{file}}” is not where it was. Plug the drive in again and retry, or choose the file if it was moved or renamed.',
    file_locked:
      'Another program is holding “{{file}}”. Close that program and open the file again; it was not changed.',
    not_a_register: '“{{file}}” is not a register of this app; it was not changed. Choose a file that this app made.',
    newer_register:
      '“{{file}}” was made by a newer version of the app; it was not changed. Update the app and open it again.',
    damaged_register:
      '“{{file}}” is damaged or was not copied whole; it was left as it is. Copy it again from its origin, or open the latest backup.',
    read_only:
      '“{{file}}” lies where nothing can be written and was not closed properly, so it cannot be opened there. Open it again and choose to copy it to this machine.',
  },
}
