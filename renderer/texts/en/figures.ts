// English words of the screen “Figures”.
import type { figures as vi } from '../vi/figures'
import type { Words } from '../words'

export const figures: Words<typeof vi> = {
  title: 'Figures',
  line: 'Every number comes with its rule and the names behind it. Counted on {{day}}.',
  rules: 'Figures',
  published: 'published {{value}}',
  parts: 'Made of',
  publishedLine: 'Others publish {{value}}; the register has {{shown}} by the rule above.',
  publishedSource: 'Source: {{source}}',
  compare: 'Compared with',
  compareHint: 'Type it like 31/12/2025',
  notWhole: 'Day, month and year are needed.',
  names: 'Names',
  columns: { index: 'No.', name: 'Laboratory', codes: 'Code', why: 'Why it is counted' },
  none: 'No name by this rule on the day looked at.',
  change: {
    title: 'Different from {{day}}',
    line: '{{day}}: {{before}} → {{today}}: {{now}}',
    same: 'No name came or went.',
    came_one: '{{shown}} came',
    came_other: '{{shown}} came',
    went_one: '{{shown}} went',
    went_other: '{{shown}} went',
  },
  copy: 'Copy',
  copied: 'Copied the figure with its names; paste into Excel or Word.',
  print: 'Print',
}
