// The last step, under the preview: what becomes of rows with errors, the reason for the journal, and the one button that writes.
import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import type { JSX } from 'react'
import type { ImportPreview } from '../../../db/model/shapes/exchange'
import { showShortcut } from '../../actions/shortcut'
import { useTexts, type Texts } from '../../texts/texts'
import { isReady, rowsStopped, rowsToImport, useImportStore } from './importStore'
import { StopJob } from './JobProgress'
import classes from './imports.module.css'
import { useRejects } from './useRejects'

export interface CommitBarProps {
  preview: ImportPreview
  usualReason: string
  writing: boolean
  /** the register has moved on: nothing can be imported from this preview */
  stale: boolean
  onCommit: () => void
}

export const COMMIT_KEY = 'Ctrl+Enter'

export function CommitBar({ preview, usualReason, writing, stale, onCommit }: CommitBarProps): JSX.Element {
  const texts = useTexts()
  const { t, n } = texts
  const { skipErrors, reason, setSkipErrors, setReason } = useImportStore()
  const saveRejects = useRejects(preview)
  const rows = rowsToImport(preview)
  const errors = rowsStopped(preview)
  const ready = isReady(preview, skipErrors) && !stale
  return (
    <section className={classes['commit']} aria-label={t('imports.commit.bar')}>
      <div className={classes['choices']}>
        {rows > 0 && errors > 0 && (
          <Checkbox
            checked={skipErrors}
            disabled={writing}
            label={t('imports.commit.skip', { count: errors, shown: n(errors) })}
            onChange={(event) => setSkipErrors(event.currentTarget.checked)}
          />
        )}
        {errors > 0 && (
          <Button size="compact-sm" variant="default" disabled={writing || stale} onClick={() => void saveRejects()}>
            {t('importReading.saveRejects')}
          </Button>
        )}
        {writing && <StopJob call="exchange.importCommit" />}
        <p id="import-why" className={classes['why']}>
          {whyWords(texts, preview, skipErrors)}
        </p>
      </div>
      {rows > 0 && (
        <>
          <TextInput
            className={classes['reason']}
            label={t('imports.commit.reason')}
            value={reason ?? usualReason}
            maxLength={1000}
            disabled={writing}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            leftSection={<IconTableImport size={16} aria-hidden />}
            disabled={!ready}
            loading={writing}
            aria-describedby="import-why"
            aria-keyshortcuts="Control+Enter"
            title={showShortcut(COMMIT_KEY)}
            onClick={onCommit}
          >
            {t('imports.commit.rows', { count: rows, shown: n(rows) })}
          </Button>
        </>
      )}
    </section>
  )
}

function whyWords({ t }: Texts, preview: ImportPreview, skipErrors: boolean): string {
  const { same } = preview.counts
  const error = rowsStopped(preview)
  if (rowsToImport(preview) === 0) {
    if (error > 0) return t('imports.commit.allBad')
    return same > 0 ? t('imports.commit.nothing') : ''
  }
  if (error === 0) return ''
  return t(skipErrors ? 'imports.commit.skipped' : 'imports.commit.blocked')
}
