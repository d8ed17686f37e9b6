// The sheet “Danh mục”: what the cells of the other sheets choose from, one column for each list.
import { say, type Language } from '../../model/texts/say'
import { columnLetters, quoted, type BookSheetOut } from '../spreadsheet'
import { bookSheets, choicesOf, choiceWords, headingOf, isListed, wordOf, type BookColumn } from './layout'
import type { BaseRecord } from './manifest'
import { isCompanion, shownName } from './place-rows'
import type { BookView } from './view'

/** Longer lists are not offered for choosing: nobody finds anything in them, and the file grows. */
const MOST_LISTED = 20_000

export interface Lists {
  sheet: BookSheetOut
  rangeOf(column: BookColumn): { range: string; strict: boolean } | undefined
}

interface List {
  key: string
  heading: string
  items: string[]
  strict: boolean
}

export function listsOf(view: BookView, records: readonly BaseRecord[], language: Language): Lists {
  const lists = allLists(view, records, language)
  const name = say(language, 'book.lists')
  const longest = Math.max(...lists.map(({ items }) => items.length))
  return {
    sheet: {
      name,
      columns: lists.map(({ heading }) => ({ heading, width: 32, hidden: false })),
      rows: Array.from({ length: longest }, (_, at) => lists.map(({ items }) => items[at] ?? null)),
    },
    rangeOf(column) {
      const at = lists.findIndex(({ key }) => key === listKey(column))
      const list = lists[at]
      if (list === undefined || list.items.length === 0) return undefined
      const letters = columnLetters(at)
      return { range: `${quoted(name)}!$${letters}$2:$${letters}$${list.items.length + 1}`, strict: list.strict }
    },
  }
}

const listKey = ({ kind, key, target }: BookColumn): string =>
  kind === 'ref' ? target! : kind === 'flag' ? 'flag' : key

function allLists(view: BookView, records: readonly BaseRecord[], language: Language): List[] {
  const columns = bookSheets.flatMap((sheet) => sheet.columns.map((column) => ({ sheet, column })))
  const lists = new Map<string, List>()
  for (const { sheet, column } of columns) {
    const key = listKey(column)
    if (lists.has(key)) continue
    if (column.kind === 'choice') {
      const items = choicesOf(column.entity, column.field).map((choice) => choiceWords(language, column.key, choice))
      const heading = `${wordOf(language, column.entity)}: ${headingOf(language, sheet, column).toLowerCase()}`
      lists.set(key, { key, heading, items, strict: true })
    } else if (column.kind === 'flag') {
      const items = [say(language, 'records.values.yes'), say(language, 'records.values.no')]
      lists.set(key, { key, heading: items.join(' / '), items, strict: true })
    } else if (column.kind === 'ref') {
      const target = column.target!
      const items = isListed(target)
        ? view.lists.filter(({ entity }) => entity === target).map(({ label }) => label)
        : records.filter((record) => record.entity === target && !isCompanion(record)).map(shownName)
      // a row that is added names others that are added: such a cell may say more than the list
      if (items.length <= MOST_LISTED)
        lists.set(key, { key, heading: wordOf(language, target), items, strict: isListed(target) })
    }
  }
  return [...lists.values()]
}
