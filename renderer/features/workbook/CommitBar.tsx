// The last step, under the preview: what becomes of rows with errors, the reason for the journal, and the one button that writes.
import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import type { JSX } from 'react'
import { tally, type BookTally } from '../../../db/model/book-choices'
import type { BookPreview } from '../../../db/model/shapes/book'
import { showShortcut } from '../../actions/shortcut'
import { useTexts, type Texts } from '../../texts/texts'
import classes from './workbook.module.css'
import { isReady, useWorkbookStore } from './workbookStore'

export interface CommitBarProps {
  preview: BookPreview
  usualReason: string
  writing: boolean
  /** the register has moved on: nothing can be written from this preview */
  stale: boolean
  onCommit: () => void
}

export const COMMIT_KEY = 'Ctrl+Enter'

export function CommitBar({ preview, usualReason, writing, stale, onCommit }: CommitBarProps): JSX.Element | null {
  const texts = useTexts()
  const { t, n } = texts
  const { choices, skipErrors, reason, setSkipErrors, setReason } = useWorkbookStore()
  const sums = tally(preview, choices)
  if (preview.rows.length === 0) return null
  return (
    <section className={classes['commit']} aria-label={t('workbook.commit.bar')}>
      <div className={classes['choices']}>
        {sums.errors > 0 && (
          <Checkbox
            checked={skipErrors}
            disabled={writing}
            label={t('workbook.commit.skip', { count: sums.errors, shown: n(sums.errors) })}
            onChange={(event) => setSkipErrors(event.currentTarget.checked)}
          />
        )}
        <p id="workbook-why" role="status" className={classes['dim']}>
          {whyWords(texts, sums, skipErrors)}
        </p>
      </div>
      <TextInput
        className={classes['reason']}
        label={t('workbook.commit.reason')}
        value={reason ?? usualReason}
        maxLength={1000}
        disabled={writing}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        leftSection={<IconTableImport size={16} aria-hidden />}
        disabled={stale || !isReady(preview, choices, skipErrors)}
        loading={writing}
        aria-describedby="workbook-why"
        aria-keyshortcuts="Control+Enter"
        title={showShortcut(COMMIT_KEY)}
        onClick={onCommit}
      >
        {t('workbook.commit.button', { count: sums.written, shown: n(sums.written) })}
      </Button>
    </section>
  )
}

function whyWords({ t, n }: Texts, { written, open, errors }: BookTally, skipErrors: boolean): string {
  if (open > 0) return t('workbook.open', { count: open, shown: n(open) })
  if (errors > 0 && !skipErrors) return t('workbook.commit.blocked')
  return written === 0 ? t('workbook.commit.nothing') : ''
}
