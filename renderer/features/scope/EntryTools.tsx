// Above the grid: how much is new, changed and wrong, and what can be done with many rows at once.
import { Button } from '@mantine/core'
import { IconClipboardText, IconRowInsertBottom, IconRowRemove } from '@tabler/icons-react'
import { useMemo, type JSX } from 'react'
import { offeredEdition } from '../../../db/model/scope/method'
import { insertRow, removeRows, type Sheet } from '../../components/sheet/sheet'
import { TroubleButton } from '../../components/sheet/TroubleButton'
import { Toolbar } from '../../components/Toolbar'
import { useTexts } from '../../texts/texts'
import { isBlank, type Trouble } from './cells'
import type { Kept } from './kept'
import classes from '../../components/sheet/around.module.css'
import { withEditions } from './editions'
import type { Entry } from './useEntry'

export interface EntryToolsProps {
  entry: Entry
  draft: Kept | null
  trouble: Trouble | null
  onPaste: () => void
}

/** not with V: that is the field's own paste */
export const PASTE_KEY = 'Ctrl+Shift+L'

export function EntryTools({ entry, draft, trouble, onPaste }: EntryToolsProps): JSX.Element {
  const { t, n } = useTexts()
  const { lineage } = entry
  const { rows } = entry.sheet
  const editions = useMemo(
    () =>
      rows.filter(
        ({ cells }) => (cells['methodEdition'] ?? '') === '' && offeredEdition(cells['method'] ?? null) !== null,
      ).length,
    [rows],
  )
  const change = (next: (sheet: Sheet) => Sheet) => () => entry.change(next)
  return (
    <Toolbar label={t('scope.entry.tools')} end={<Counts entry={entry} draft={draft} />}>
      <Button
        variant="default"
        size="compact-md"
        title={PASTE_KEY}
        leftSection={<IconClipboardText size={14} aria-hidden />}
        onClick={onPaste}
      >
        {t('scope.entry.paste')}
      </Button>
      <Button
        variant="default"
        size="compact-md"
        title="Ctrl+Enter"
        leftSection={<IconRowInsertBottom size={14} aria-hidden />}
        onClick={change(insertRow)}
      >
        {t('scope.entry.insert')}
      </Button>
      <Button
        variant="default"
        size="compact-md"
        title="Ctrl+Delete"
        leftSection={<IconRowRemove size={14} aria-hidden />}
        onClick={change(removeRows)}
      >
        {t('scope.entry.remove')}
      </Button>
      {editions > 0 && (
        <Button variant="subtle" size="compact-md" onClick={change(withEditions)}>
          {t('scope.entry.editions', { count: editions, shown: n(editions) })}
        </Button>
      )}
      {lineage.offered.size > 0 && (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => entry.setContinues(Object.fromEntries(lineage.offered))}
        >
          {t('scope.entry.linkAll', { count: lineage.offered.size, shown: n(lineage.offered.size) })}
        </Button>
      )}
      {trouble !== null && (
        <TroubleButton
          text={t('scope.entry.trouble', { count: trouble.count, shown: n(trouble.count) })}
          row={trouble.row}
          column={trouble.column}
          onChange={entry.change}
        />
      )}
    </Toolbar>
  )
}

function Counts({ entry, draft }: { entry: Entry; draft: Kept | null }): JSX.Element {
  const { t, n } = useTexts()
  const { rows, base } = entry.kept
  const [filled, added] = useMemo(() => {
    const all = rows.filter(({ cells }) => !isBlank(cells))
    return [all.length, all.filter(({ key }) => base[key] === undefined).length]
  }, [rows, base])
  const parts = [
    t('scope.entry.rows', { count: filled, shown: n(filled) }),
    ...(added > 0 ? [t('scope.entry.added', { count: added, shown: n(added) })] : []),
    ...(entry.changed ? [t('scope.entry.unsaved')] : []),
  ]
  return (
    <span className={classes['counts']}>
      <output>{parts.join(' · ')}</output>
      {draft !== null && entry.changed && (
        <Button variant="subtle" size="compact-sm" onClick={entry.drop}>
          {t('scope.entry.drop')}
        </Button>
      )}
    </span>
  )
}
