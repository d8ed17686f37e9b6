// The text of an annex and what was read in it, before any of it goes into the grid: rows, the head, and everything that was read into nothing.
import { Button, Checkbox, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconTableDown } from '@tabler/icons-react'
import { useMemo, useState, type JSX } from 'react'
import { parseCode } from '../../../db/model/codes/parse'
import { offeredEdition } from '../../../db/model/scope/method'
import { readAnnexText } from '../../../db/model/scope/read-annex'
import type { AnnexReading } from '../../../db/model/scope/reading'
import type { AnnexHead } from '../../../db/model/shapes/scope'
import { useActions } from '../../actions/action'
import { useCloser } from '../../actions/closers'
import { DataGrid } from '../../components/grid/DataGrid'
import { useGridLayout } from '../../stores/layouts'
import { useTexts, type Texts } from '../../texts/texts'
import { cellsOfRead, type Cells, type Lists } from './cells'
import { PreviewHead } from './PreviewHead'
import { usePreviewColumns } from './previewColumns'
import classes from './scope.module.css'

export interface PastePreviewProps {
  /** '' when the text is still to be pasted */
  start: string
  annex: AnnexHead
  lists: Lists
  onClose: () => void
  onTake: (rows: Cells[], pieces: string[]) => void
}

export function PastePreview({ start, annex, lists, onClose, onTake }: PastePreviewProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const [text, setText] = useState(start)
  const [withEdition, setWithEdition] = useState(true)
  const reading = useMemo(() => readAnnexText(text), [text])
  const [layout, setLayout] = useGridLayout('scopePreview')
  const columns = usePreviewColumns(reading)
  useCloser(true, onClose)
  const { rows } = reading
  const editions = rows.filter(({ method }) => offeredEdition(method) !== null).length
  const take = (): void => {
    if (rows.length === 0) return
    const unread = reading.left.filter(({ kind }) => kind === 'unread').map((left) => left.text)
    onTake(
      rows.map((row) => cellsOfRead(row, lists, withEdition)),
      unread,
    )
  }
  useActions([
    {
      id: 'scope.take',
      label: 'scope.keys.take',
      shortcut: 'Ctrl+Enter',
      icon: IconTableDown,
      when: () => rows.length > 0,
      run: take,
    },
  ])
  const other = otherCode(reading, annex)
  return (
    <section className={classes['preview']} aria-label={t('scope.preview.title')}>
      <div className={classes['source']}>
        <Textarea
          label={t('scope.preview.text')}
          description={t('scope.preview.hint')}
          value={text}
          minRows={4}
          maxRows={6}
          autosize={false}
          rows={5}
          spellCheck={false}
          {...(start === '' && { 'data-autofocus': true })}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <p role="status" className={classes['found']}>
          {text.trim() === '' ? '' : foundWords(texts, reading)}
        </p>
        {other !== null && (
          <p className={classes['warning']} role="alert">
            <IconAlertTriangle size={16} aria-hidden />
            {t('scope.preview.otherCode', { printed: other, code: annex.code ?? '' })}
          </p>
        )}
      </div>
      <div className={classes['read']}>
        <DataGrid
          label={t('scope.preview.rows')}
          columns={columns}
          count={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={(row) => String(rows.indexOf(row))}
          selection="none"
          layout={layout}
          onLayout={setLayout}
          empty={text.trim() === '' ? t('scope.preview.waiting') : t('scope.preview.nothing')}
        />
        <PreviewHead reading={reading} annex={annex} />
      </div>
      <TakeBar
        rows={rows.length}
        editions={editions}
        withEdition={withEdition}
        onEdition={setWithEdition}
        onClose={onClose}
        onTake={take}
      />
    </section>
  )
}

interface TakeBarProps {
  rows: number
  /** rows whose method names one edition */
  editions: number
  withEdition: boolean
  onEdition: (withEdition: boolean) => void
  onClose: () => void
  onTake: () => void
}

function TakeBar({ rows, editions, withEdition, onEdition, onClose, onTake }: TakeBarProps): JSX.Element {
  const { t, n } = useTexts()
  return (
    <footer className={classes['take']}>
      {editions > 0 && (
        <Checkbox
          checked={withEdition}
          label={t('scope.preview.editions', { count: editions, shown: n(editions) })}
          onChange={(event) => onEdition(event.currentTarget.checked)}
        />
      )}
      <Button variant="default" title="Esc" onClick={onClose}>
        {t('common.cancel')}
      </Button>
      <Button
        disabled={rows === 0}
        title="Ctrl+Enter"
        aria-keyshortcuts="Control+Enter"
        leftSection={<IconTableDown size={16} aria-hidden />}
        onClick={onTake}
      >
        {t('scope.preview.take', { count: rows, shown: n(rows) })}
      </Button>
    </footer>
  )
}

function foundWords({ t, n }: Texts, { rows, facts, left }: AnnexReading): string {
  const unread = left.filter(({ kind }) => kind === 'unread').length
  const doubtful = rows.filter(({ doubts }) => doubts.length > 0).length
  return [
    t('scope.preview.found', { count: rows.length, shown: n(rows.length) }),
    ...(doubtful > 0 ? [t('scope.preview.doubtful', { count: doubtful, shown: n(doubtful) })] : []),
    ...(facts.length > 0 ? [t('scope.preview.facts', { count: facts.length, shown: n(facts.length) })] : []),
    ...(unread > 0 ? [t('scope.preview.unread', { count: unread, shown: n(unread) })] : []),
  ].join(' · ')
}

/** The code that the text names where it is not that of the accreditation: probably another laboratory's annex. */
function otherCode({ facts }: AnnexReading, { code }: AnnexHead): string | null {
  const printed = facts.find(({ kind, value }) => kind === 'code' && value !== '')?.value
  if (printed === undefined || code === null) return null
  const [theirs, ours] = [parseCode(printed), parseCode(code)]
  return theirs.ok && ours.ok && theirs.value.canonical !== ours.value.canonical ? printed : null
}
