// What leaves through the clipboard, as Excel and Word will read it.
import { expect, it } from 'vitest'
import type { Column } from '../../../renderer/components/grid/column'
import { copyRows } from '../../../renderer/components/grid/copy'

interface Row {
  words: string
  amount: string
}
const columns: Column<Row>[] = [
  { id: 'words', label: 'Chữ', width: 100, text: (row) => row.words },
  { id: 'amount', label: 'Số', width: 100, number: true, text: (row) => row.amount },
]

it('keeps one row on one line, whatever the cells hold', () => {
  const { text } = copyRows(columns, [{ words: 'hai\tcột\r\nhai dòng ', amount: '1' }])
  expect(text).toBe('hai cột hai dòng\t1')
})

it('never lets a cell become markup or a formula', () => {
  const { html } = copyRows(columns, [{ words: '=HYPERLINK("x")<b>&', amount: '12' }])
  expect(html).toContain(`<td style="mso-number-format:'\\@'">=HYPERLINK(&quot;x&quot;)&lt;b&gt;&amp;</td><td>12</td>`)
})

it('takes the headings along as soon as there are two rows', () => {
  const row = { words: 'a', amount: '1' }
  expect(copyRows(columns, [row]).html).not.toContain('<th>')
  expect(copyRows(columns, [row, row]).html).toContain('<th>Chữ</th><th>Số</th>')
  expect(copyRows(columns, [row, row]).text.split('\r\n')).toHaveLength(3)
})
