// Columns of the trash: what, its name, when and by whom it was put there, and the way back.
import { Button } from '@mantine/core'
import type { TrashedRecord } from '../../../db/model/shapes/history'
import type { Column } from '../../components/grid/column'
import { capital } from '../../texts/capital'
import { formatInstant } from '../../texts/instants'
import type { RecordWords } from '../../texts/recordWords'
import { useActorName } from '../../useActorName'
import { useTexts } from '../../texts/texts'
import { nameOf } from './useRestore'

export const TRASHED_AT = 'trashedAt'
export const RESTORE = 'restore'

/** `restore` null: not now or not by this person; the button stands there, switched off. */
export function useTrashColumns(
  words: RecordWords,
  restore: ((row: TrashedRecord) => void) | null,
): readonly Column<TrashedRecord>[] {
  const texts = useTexts()
  const { t, language } = texts
  const personOf = useActorName()
  return [
    {
      id: 'entity',
      label: t('trash.columns.entity'),
      width: 170,
      text: (row) => capital(words.entity(row.entity), language),
    },
    {
      id: 'label',
      label: t('trash.columns.label'),
      width: 320,
      grow: 1,
      fixed: true,
      text: (row) => (row.label === '' ? t('trash.unnamed') : row.label),
    },
    {
      id: TRASHED_AT,
      label: t('trash.columns.trashedAt'),
      width: 150,
      text: (row) => formatInstant(row.trashedAt, language),
    },
    { id: 'by', label: t('trash.columns.by'), width: 150, text: (row) => personOf(row.by) },
    {
      id: RESTORE,
      label: t('trash.columns.restore'),
      width: 130,
      text: () => '',
      render: (row) => (
        <Button
          variant="subtle"
          size="compact-sm"
          tabIndex={-1}
          disabled={restore === null}
          aria-label={t('trash.restoreThis', { what: nameOf(row, words, texts) })}
          onClick={() => restore?.(row)}
        >
          {t('trash.restore')}
        </Button>
      ),
    },
  ]
}
