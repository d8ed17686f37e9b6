// Taking a personal value or a file out at a person's request.
import type { vi } from '../vi/all'
import type { Words } from '../words'

export const redact: Words<(typeof vi)['redact']> = {
  open: 'Remove on request…',
  openFile: 'Remove for good on request…',
  of: 'Remove on request {{what}}: {{value}}',
  title: 'Remove a value on request',
  titleFile: 'Remove a file on request',
  value: '{{what}}: {{value}}',
  times_one:
    'This value was written {{shown}} time in the history of this field; it is removed there and from the present register.',
  times_other:
    'This value was written {{shown}} times in the history of this field; it is removed there and from the present register.',
  everywhere_one: 'Also in {{shown}} other place that says exactly this',
  everywhere_other: 'Also in {{shown}} other places that say exactly this',
  more: 'and {{shown}} more places',
  within_one:
    '{{shown}} place has this value within a longer text. It is not touched: edit that text, then remove its earlier version on request.',
  within_other:
    '{{shown}} places have this value within a longer text. They are not touched: edit those texts, then remove their earlier versions on request.',
  reasons_one:
    '{{shown}} saving has this value in its reason, source or author. That is part of the chain of the journal and cannot be removed.',
  reasons_other:
    '{{shown}} savings have this value in their reason, source or author. That is part of the chain of the journal and cannot be removed.',
  file: 'The file “{{what}}” is removed from the register’s folder, with its name and titles in the journal, wherever it is attached.',
  keeps:
    'The journal goes on saying that a value was removed, by whom, when and why; its check still holds. In its place stands “(removed on request)”.',
  backups_one:
    '{{shown}} older backup still has it until it is replaced. So do exported files and copies on other computers.',
  backups_other:
    '{{shown}} older backups still have it until they are replaced. So do exported files and copies on other computers.',
  why: 'Reason',
  whyHint: 'For example: at the written request of the person concerned. Do not repeat the value itself.',
  whyMissing: 'Give a reason of at least 3 letters.',
  final: 'This cannot be undone.',
  run: 'Remove the value for good',
  runFile: 'Remove the file for good',
  done_one: 'Removed on request from {{shown}} entry of the journal.',
  done_other: 'Removed on request from {{shown}} entries of the journal.',
  doneLater_one: 'Removed on request from {{shown}} entry. The last traces in the file go when the register is closed.',
  doneLater_other:
    'Removed on request from {{shown}} entries. The last traces in the file go when the register is closed.',
  shown: '(removed on request)',
}
