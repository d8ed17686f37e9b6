// Words of the open pages (tabs), of those opened lately, and of what the palette finds.
import type { tabs as vi } from '../vi/tabs'
import type { Words } from '../words'

export const tabs: Words<typeof vi> = {
  label: 'Open laboratories',
  loading: 'Opening…',
  close: 'Close the tab “{{name}}”',
  more_one: '{{shown}} more tab',
  more_other: '{{shown}} more tabs',
  recent: 'Opened lately',
  nothingRecent: 'No laboratory has been opened yet.',
  found: {
    accreditations: 'Accreditations',
    decisions: 'Decisions',
    owners: 'Owners',
    standards: 'Standards',
  },
  noShortcut: 'Without a shortcut (Ctrl+K or the menu)',
  actions: {
    next: 'Next tab',
    previous: 'Previous tab',
    close: 'Close tab',
    closeOthers: 'Close the other tabs',
    recent: 'Opened lately…',
  },
}
