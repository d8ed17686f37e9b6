// The working copy (Excel): the sheet “Read first”, the lists, and why a cell or a row cannot be brought back yet.
export const book = {
  code: 'Row code',
  lists: 'Lists',
  reason: 'Working copy {{file}} brought back',
  readFirst: {
    sheet: 'Read first',
    title: 'WORKING COPY – {{name}}',
    what: 'What this is',
    whatText:
      'The whole register on {{day}}, one sheet for each kind of record. Edit it in Excel or LibreOffice and bring it back; nothing changes in the register before you press Write to the register.',
    how: 'How to edit',
    howTo: {
      values: 'Edit right in the cells.',
      add: 'To add a record, fill in an empty row that has a code at the end of the sheet. When those are used up, write a code not used yet, such as P-new-1, in the column Row code.',
      names:
        'A cell that names another record holds that record’s row code, such as P12; the words after “·” are for reading only.',
      lists: 'Where a cell has a list, choose from it; the lists are on the sheet Lists.',
      dates:
        'Write days as 25/11/2026. Where only the month or the year is known, write 11/2026 or 2026 in a cell of the format Text; never add a day to make it full.',
      blank:
        'Emptying a cell does not lose what the register holds: the program asks about it when the file comes back.',
      remove: 'Deleting a row does not delete the record: the program asks about it when the file comes back.',
      back: 'Save as .xlsx (or .ods) and choose Bring back a working copy in the program. Where the register has changed otherwise meanwhile, it shows both for you to choose.',
    },
    leave: 'Leave alone',
    leaveAlone: {
      hidden: 'The hidden columns on the left and the hidden sheet: they tell which row is which record.',
      headings: 'The row of headings. You may add columns; they are not brought back.',
      codes: 'The codes of the rows that were there.',
      sheet: 'You may sort, filter and rename sheets; give the copy of a row another row code.',
      copies: 'When several people edit, give each a copy and bring the copies back one after another.',
    },
    contents: 'What is in it',
    rows: '{{name}}: {{rows}} rows',
    notHere:
      'Not in the working copy: {{kinds}}; records in the trash; attached files. Lists are for choosing and are not edited here.',
    known: 'To know it again',
    app: 'Sổ Công nhận {{version}}',
    fingerprint: 'Fingerprint of the register: {{fingerprint}}',
    base: 'Fingerprint of the exported data: {{base}}',
    book: 'Id of this export: {{book}}',
  },
  rules: {
    not_a_day: '“{{typed}}” is not understood as a day. Write it in full, as 25/11/2026.',
    not_a_choice: '“{{typed}}” is not in the list. Choose one of: {{choices}}.',
    ref_unknown: 'There is no record “{{typed}}”. Write its row code, such as P12.',
    ref_ambiguous: 'Several records are called “{{typed}}”. Write the row code, such as P12.',
    ref_label: 'Code and name in “{{typed}}” are not of one record. Write the right row code only.',
    ref_kind: '“{{typed}}” is not of the kind that this column names. Write the code of the right kind.',
    ref_trashed: '“{{typed}}” is in the trash of the register. Restore it there first, or name another record.',
    ref_row_failed: '“{{typed}}” is a row that cannot be brought back yet. Put that row right first.',
    required: 'This cell must not be empty.',
    required_of: '“{{heading}}” is missing. Fill in this cell.',
    itself: 'A record cannot name itself here.',
    no_effective: 'The effective date cannot be “no expiry”.',
    expiry_before_effective: 'The expiry is before the effective date. Check both dates.',
    row_needs_code: 'This row has no code. Write one not used yet in the column Row code, such as P-new-1.',
    row_twice:
      'This row has the hidden id of row {{row}}. If it is a new record, write another row code; if not, delete one of the rows.',
    code_twice: 'This row code is used in row {{row}}. Write another.',
    id_unknown:
      'The hidden id of this row is not of this register. Copy the hidden column from the original file, or clear the id to add the row as a new one.',
    column_missing: 'This sheet lacks the columns {{columns}}. Their cells stay as they are.',
    column_extra: 'This sheet has columns that are not brought back: {{columns}}.',
    sheet_missing: 'The file no longer has this sheet. Its rows stay as they are.',
    unanswered: '{{count}} places are not chosen yet. Choose the register’s or the file’s value for each.',
    in_use: '“{{label}}” cannot be removed: other records stand on it. Remove those first.',
  },
} as const
