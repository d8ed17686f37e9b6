// Columns of the list of laboratories. Their ids are the keys of the list form, so that an export writes the very columns on the screen.
import { useMemo, type JSX } from 'react'
import { formatDate } from '../../../../db/model/dates/partial'
import type { LabRow } from '../../../../db/model/shapes/lab'
import { say, type SayKey } from '../../../../db/model/texts/say'
import type { Column } from '../../../components/grid/column'
import { StatusBadge } from '../../../components/StatusBadge'
import { useWindowClass } from '../../../stores/panes'
import { useTexts, type Texts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import classes from './list.module.css'
import { sortKeys } from './listStore'

type Tail<K> = K extends `exchange.columns.${infer Id}` ? Id : never
/** a key of the list form */
type ColumnId = Tail<SayKey>
type Words = Pick<Texts, 't' | 'language'>
type Plain = Omit<Column<LabRow>, 'id' | 'label' | 'sortable'> & { id: ColumnId }

function expiryText({ language }: Words, row: LabRow): string {
  return row.expiry === null ? '' : formatDate(row.expiry, language)
}

function flagText({ t, language }: Words, row: LabRow): string {
  const words = row.flags.map((flag) => say(language, `exchange.flags.${flag}`))
  return [...(row.hasExpired ? [t('labs.hasExpired')] : []), ...words].join(', ')
}

/** The flags as one word or two each, for a cell; what is copied and exported says them in full. */
function flagWords({ t }: Words, row: LabRow): string {
  const words = row.flags.map((flag) => t(`labs.flagWords.${flag}`))
  return [...(row.hasExpired ? [t('labs.flagWords.has_expired')] : []), ...words].join(', ')
}

/** `isNarrow`: the window has no room for the area until somebody wants it. */
function plainColumns(texts: Words, fieldName: (vi: string) => string, isNarrow: boolean): Plain[] {
  const { t, language } = texts
  return [
    { id: 'nameVi', width: 214, grow: 4, fixed: true, text: (row) => row.nameVi },
    { id: 'nameEn', width: 260, hidden: true, text: (row) => row.nameEn ?? '' },
    { id: 'owner', width: 104, grow: 2, text: (row) => row.owner?.name ?? '' },
    {
      id: 'sector',
      width: 150,
      hidden: true,
      text: (row) => (row.sector === null ? '' : say(language, `exchange.sectors.${row.sector}`)),
    },
    { id: 'area', width: 142, grow: 1, hidden: isNarrow, text: (row) => row.area ?? '' },
    { id: 'address', width: 280, hidden: true, text: (row) => row.address ?? '' },
    { id: 'phone', width: 130, hidden: true, text: (row) => row.phone ?? '' },
    { id: 'email', width: 170, hidden: true, text: (row) => row.email ?? '' },
    { id: 'website', width: 160, hidden: true, text: (row) => row.website ?? '' },
    { id: 'schemes', width: 110, hidden: true, text: (row) => row.schemes.join('; ') },
    { id: 'codes', width: 128, grow: 1, text: (row) => row.codes.join('; ') },
    { id: 'standards', width: 150, hidden: true, text: (row) => row.standards.join('; ') },
    { id: 'fields', width: 120, hidden: true, text: (row) => row.fields.map(fieldName).join('; ') },
    {
      id: 'status',
      width: 206,
      text: (row) => t(`status.${row.status}`),
      render: (row) => (
        <StatusBadge status={row.status} daysLeft={row.daysLeft} why={{ laboratory: row.id }} tabbable={false} />
      ),
    },
    {
      id: 'expiry',
      width: 116,
      text: (row) => expiryText(texts, row),
      render: (row) => <Expiry text={expiryText(texts, row)} withdrawn={row.status === 'withdrawn'} />,
    },
    {
      id: 'daysLeft',
      width: 84,
      hidden: true,
      number: true,
      text: (row) => (row.daysLeft === null ? '' : String(row.daysLeft)),
    },
    {
      id: 'flags',
      width: isNarrow ? 118 : 150,
      grow: 1,
      text: (row) => flagText(texts, row),
      render: (row) => <span title={flagText(texts, row)}>{flagWords(texts, row)}</span>,
    },
  ]
}

/** The end of a withdrawn accreditation is only what the paper says: struck out, so that nobody takes it for valid. */
function Expiry({ text, withdrawn }: { text: string; withdrawn: boolean }): JSX.Element {
  const { t } = useTexts()
  return withdrawn ? (
    <s className={classes['over']} title={t('labs.withdrawnExpiry')}>
      {text}
    </s>
  ) : (
    <span>{text}</span>
  )
}

/** Columns with their headings in the present language. */
export function useLabColumns(): Column<LabRow>[] {
  const { t, language } = useTexts()
  const reference = useCall('reference.get', {})
  const isNarrow = useWindowClass() === 'narrow'
  const fields = reference.state === 'ready' ? reference.data.fields : null
  return useMemo(() => {
    const english = new Map(fields?.map(({ vi, en }) => [vi, en]) ?? [])
    const fieldName = (vi: string): string => (language === 'en' ? (english.get(vi) ?? vi) : vi)
    return plainColumns({ t, language }, fieldName, isNarrow).map((column) => ({
      ...column,
      label: say(language, `exchange.columns.${column.id}`),
      sortable: sortKeys[column.id] !== undefined,
    }))
  }, [t, language, fields, isNarrow])
}
