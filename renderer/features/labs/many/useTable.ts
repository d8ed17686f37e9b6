// The table of a kind with the rows of some laboratories, as the register has them now.
import { useMemo } from 'react'
import { formatCount } from '../../../texts/formats'
import { useTexts, type Texts } from '../../../texts/texts'
import { useCall, type Load } from '../../../useCall'
import type { Row } from './field'
import { accreditationRow, accreditationTable, labRow, labTable, type Kind, type Table } from './table'

export interface Filled {
  table: Table
  rows: readonly Row[]
  /** what a save of these rows sends back as `seen` */
  seq: number
}

const dataOf = <T>(load: Load<T>): T | null => (load.state === 'ready' ? load.data : null)

/** `labs`: the laboratories themselves, or those whose accreditations are meant. */
export function useTable(kind: Kind, labs: readonly string[]): Load<Filled> {
  const isLabs = kind === 'laboratory'
  const texts = useSteadyTexts()
  const owners = useCall('organizations.names', {})
  const reference = useCall('reference.get', {})
  const own = useCall('labs.rows', { ids: [...labs] }, { enabled: isLabs, keep: false })
  const held = useCall('accreditations.rows', { laboratories: [...labs] }, { enabled: !isLabs, keep: false })
  const [names, lists, ownRows, heldRows] = [dataOf(owners), dataOf(reference), dataOf(own), dataOf(held)]
  const table = useMemo(() => {
    if (names === null || lists === null) return null
    return isLabs ? labTable(texts, names) : accreditationTable(texts, lists, names)
  }, [texts, isLabs, names, lists])
  const filled = useMemo((): Filled | null => {
    if (table === null) return null
    if (ownRows !== null && isLabs)
      return { table, seq: ownRows.seq, rows: ownRows.rows.map((lab) => labRow(table, lab)) }
    if (heldRows === null || isLabs) return null
    return { table, seq: heldRows.seq, rows: heldRows.rows.map((each) => accreditationRow(table, texts, each)) }
  }, [table, isLabs, ownRows, heldRows, texts])
  const loads = [owners, reference, isLabs ? own : held]
  const refetch = (): void => loads.forEach((load) => load.refetch())
  const failed = loads.find((load) => load.state === 'error')
  if (failed?.state === 'error') return { state: 'error', error: failed.error, refetch }
  return filled === null ? { state: 'pending', refetch } : { state: 'ready', data: filled, refreshing: false, refetch }
}

/** The same texts until the language changes. */
function useSteadyTexts(): Texts {
  const { t, language } = useTexts()
  return useMemo(() => ({ t, language, n: (count) => formatCount(count, language) }), [t, language])
}
