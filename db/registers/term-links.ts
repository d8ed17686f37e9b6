// Words that mean the same or lie within one another, as every register starts with them: common knowledge, no source needed; editable later.
import Papa from 'papaparse'
import termLinksCsv from '../data/term-links.csv?raw'
import type { NewEntity } from '../model/entities'
import type { Tx } from '../store/write'
import { fixedId } from './fixed-id'

export type TermLink = NewEntity<'term_link'>

export function readTermLinks(): TermLink[] {
  return Papa.parse<TermLink>(termLinksCsv.trim(), { header: true, skipEmptyLines: true }).data
}

export function loadTermLinks(tx: Tx): void {
  for (const link of readTermLinks())
    tx.create('term_link', link, fixedId('term_link', `${link.term}|${link.kind}|${link.other}`))
}
