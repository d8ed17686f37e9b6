// The one field of a sheet, over the cell one stands on. While one only moves it holds the cell's text, selected: typing replaces it. No key is
// handled while an input method composes. Copying and pasting are blocks of cells, except while the caret moves inside a cell.
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type JSX,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import { readBlock, writeBlock } from '../../../db/model/scope/block'
import { isComposing } from '../../actions/shortcut'
import { useTexts, type Texts } from '../../texts/texts'
import type { GridPlace } from '../grid/useGridRows'
import { toast } from '../toast'
import { CellOptions, offered } from './CellOptions'
import { afterKey } from './keys'
import * as sheets from './sheet'
import type { SheetGridProps } from './SheetGrid'
import classes from './sheet.module.css'

export interface CellFieldProps extends SheetGridProps {
  rows: GridPlace
  scroller: HTMLElement | null
}

export function CellField(props: CellFieldProps): JSX.Element {
  const { sheet, columns, rows, problemsOf } = props
  const texts = useTexts()
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const { at, typing } = sheet
  const column = columns[at.column]
  const text = typing?.text ?? sheets.cellAt(sheet, at)
  const choices = offered(column?.options, typing === null ? null : text)
  const [chosen, setChosen] = useState(0)
  const row = sheet.rows[at.row]
  const problem = column === undefined || row === undefined ? undefined : problemsOf(row)[column.id]
  const block = blockWords(texts, sheet)
  useStanding(props, field)
  const keys = useKeys(props, texts, { choices, chosen, setChosen })
  return (
    <div className={classes['over']} style={{ transform: `translateY(${(at.row + 1) * rows.rowHeight}px)` }}>
      <div className={classes['place']} style={{ gridColumn: at.column + 2 }} data-typing={typing?.mode}>
        <textarea
          ref={field}
          rows={1}
          spellCheck={false}
          data-autofocus
          data-standing={typing === null || undefined}
          value={text}
          readOnly={sheets.isLocked(sheet, at.column)}
          aria-label={cellName(texts, props)}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={
            [problem === undefined ? '' : `${id}-problem`, block === null ? '' : `${id}-block`].join(' ').trim() ||
            undefined
          }
          aria-autocomplete={column?.options === undefined ? undefined : 'list'}
          aria-controls={choices.length > 0 ? `${id}-options` : undefined}
          aria-activedescendant={choices.length > 0 ? `${id}-options-${chosen}` : undefined}
          onFocus={(event) => {
            if (typing === null) event.currentTarget.select()
          }}
          onChange={(event) => {
            const next = event.currentTarget.value
            setChosen(0)
            props.onChange((now) => sheets.type(now, next, now.typing?.mode ?? 'type'))
          }}
          {...keys}
        />
        {choices.length > 0 && (
          <CellOptions
            id={`${id}-options`}
            options={choices}
            chosen={chosen}
            onChoose={(option) => take(props, option)}
          />
        )}
        {block !== null && (
          <span id={`${id}-block`} className="seen-by-readers">
            {block}
          </span>
        )}
        {problem !== undefined && (
          <span id={`${id}-problem`} className="seen-by-readers">
            {problem}
          </span>
        )}
      </div>
    </div>
  )
}

/** What readers hear of the cell: its column, whose row it is, and which row. */
function cellName({ t, n }: Texts, { sheet, columns, nameOf }: CellFieldProps): string {
  const { at } = sheet
  const row = sheet.rows[at.row]
  const words = { column: columns[at.column]?.label ?? '', row: n(at.row + 1) }
  if (nameOf === undefined || row === undefined) return t('common.sheet.cell', words)
  return t('common.sheet.namedCell', { ...words, name: nameOf(row) })
}

/** How much is selected, once it is more than one cell. */
function blockWords({ t, n }: Texts, sheet: sheets.Sheet): string | null {
  const { top, bottom, left, right } = sheets.selection(sheet)
  if (top === bottom && left === right) return null
  return t('common.sheet.block', { rows: n(bottom - top + 1), columns: n(right - left + 1) })
}

const take = ({ onChange }: CellFieldProps, option: string): void =>
  onChange((now) => sheets.commit(sheets.type(now, option, 'type')))

/** Keeps the cell in sight, and its text selected as long as one only moves. */
function useStanding({ sheet, rows, scroller }: CellFieldProps, field: RefObject<HTMLTextAreaElement | null>): void {
  const { at, typing } = sheet
  const { reveal } = rows
  const mode = typing?.mode ?? null
  const shown = sheets.cellAt(sheet, at)
  const held = useRef(reveal)
  useLayoutEffect(() => {
    held.current = reveal
  })
  useLayoutEffect(() => {
    held.current(at.row)
    if (scroller !== null && field.current !== null) revealColumn(scroller, field.current)
  }, [at.row, at.column, scroller, field])
  useEffect(() => {
    const element = field.current
    if (element === null || document.activeElement !== element) return
    if (mode === null) element.select()
    else if (mode === 'edit') element.setSelectionRange(element.value.length, element.value.length)
  }, [at.row, at.column, mode, shown, field])
}

/** The numbers of the rows cover the left edge. */
function revealColumn(scroller: HTMLElement, field: HTMLElement): void {
  const place = field.parentElement!
  const covered = 58
  if (place.offsetLeft - covered < scroller.scrollLeft) scroller.scrollLeft = place.offsetLeft - covered
  else if (place.offsetLeft + place.offsetWidth > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = Math.min(
      place.offsetLeft - covered,
      place.offsetLeft + place.offsetWidth - scroller.clientWidth,
    )
}

interface Choosing {
  choices: readonly string[]
  chosen: number
  setChosen: (index: number) => void
}

function useKeys(props: CellFieldProps, texts: Texts, { choices, chosen, setChosen }: Choosing) {
  const { sheet, onChange, rows } = props
  const leaving = useRef(false)
  const isEditing = sheet.typing?.mode === 'edit'
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposing(event.nativeEvent)) return
    const press = {
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
    }
    if (press.key === 'Escape' && sheet.typing === null) leaving.current = true
    else if (press.key === 'Tab' && leaving.current) return
    else leaving.current = false
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key]
    if (choices.length > 0 && step !== undefined && !press.ctrl) {
      event.preventDefault()
      return setChosen((chosen + step + choices.length) % choices.length)
    }
    if (press.alt && press.key === 'Enter') {
      event.preventDefault()
      return breakLine(event.currentTarget, onChange)
    }
    const option = choices[chosen]
    const settled = option !== undefined && (press.key === 'Enter' || press.key === 'Tab')
    const now = settled ? sheets.type(sheet, option, 'type') : sheet
    const next = afterKey(now, press, rows.page())
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    onChange(() => next)
  }
  const onCopy = (event: ClipboardEvent): void => {
    if (isEditing) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeBlock(sheets.selected(sheets.commit(sheet))))
  }
  return {
    onKeyDown,
    onCopy,
    onCut: (event: ClipboardEvent): void => {
      onCopy(event)
      if (!isEditing) onChange((now) => sheets.clear(sheets.commit(now)))
    },
    onPaste: (event: ClipboardEvent): void => paste(event, props, { isEditing, texts }),
    onBlur: () => onChange(sheets.commit),
  }
}

/** Alt+Enter, as in Excel. */
function breakLine(element: HTMLTextAreaElement, onChange: SheetGridProps['onChange']): void {
  const { value, selectionStart, selectionEnd } = element
  const whole = selectionStart === 0 && selectionEnd === value.length
  const text = whole ? `${value}\n` : `${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`
  onChange((now) => sheets.type(now, text, 'edit'))
}

function paste(
  event: ClipboardEvent,
  props: CellFieldProps,
  { isEditing, texts: { t, n } }: { isEditing: boolean; texts: Texts },
): void {
  const text = event.clipboardData.getData('text/plain')
  if (isEditing || text === '') return
  event.preventDefault()
  if (props.onPasteText?.(text) === true) return
  const block = readBlock(text.normalize('NFC')).map((cells) => cells.map((cell) => cell.trim()))
  const { top, left, bottom, right } = sheets.selection(props.sheet)
  const single = block.length === 1 && block[0]!.length === 1 ? block[0]![0]! : null
  // one value goes into every selected cell, as in Excel
  const put =
    single === null
      ? block
      : Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => single))
  const lost = sheets.unplaced(props.sheet, { row: top, column: left }, put)
  if (lost > 0)
    toast({ key: 'sheet.lost', tone: 'failed', text: t('common.sheet.lost', { count: lost, shown: n(lost) }) })
  props.onChange((now) => {
    const written = sheets.write(sheets.cancel(now), { row: top, column: left }, put)
    return sheets.select(
      written,
      { row: top + put.length - 1, column: left + Math.max(...put.map((cells) => cells.length)) - 1 },
      { row: top, column: left },
    )
  })
  props.onPasted?.({ top, bottom: top + put.length - 1 })
}
