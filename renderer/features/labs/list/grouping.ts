// The grouped list: its headings in words, which of them are folded away, and the actions that group it.
import { IconFold, IconLayoutList } from '@tabler/icons-react'
import { useMemo } from 'react'
import { labGroups, type LabGroup } from '../../../../db/model/inputs'
import type { LabGroupRow, LabGroups, LabRow } from '../../../../db/model/shapes/lab'
import type { Action } from '../../../actions/action'
import type { Grouping } from '../../../components/grid/grouping'
import { useTexts, type Texts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import type { Rows } from '../../../useRows'
import type { Choices } from './chips'
import { useListQuery, useListStore } from './listStore'

export interface ListGrouping {
  /** null: the list is not grouped */
  grouping: Grouping | null
  /** laboratories of the list, each once; null until they are counted */
  labs: number | null
}

const noGroups: LabGroups['groups'] = []

/** `rows`: those of the same question. */
export function useGrouping(rows: Rows<LabRow>, choices: Choices): ListGrouping {
  const texts = useTexts()
  const { closed, close, group } = useListStore()
  const query = useListQuery()
  const load = useCall('labs.groups', { ...query, group: group ?? 'status' }, { enabled: group !== null })
  // an answer about another grouping must not name these rows
  const answer = load.state === 'ready' && load.data.group === group ? load.data : null
  const found = answer?.groups ?? noGroups
  const { t, n, language } = texts
  const groups = useMemo(
    () =>
      group === null
        ? []
        : found.map((row) => ({
            key: row.key,
            count: row.count,
            label: labelOf({ t, language }, group, row, choices),
            words: t('labs.count', { count: row.count, shown: n(row.count) }),
          })),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `n` follows the language
    [found, group, choices, t, language],
  )
  if (group === null) return { grouping: null, labs: rows.state === 'ready' ? rows.count : null }
  const labs = answer?.labs ?? null
  return { grouping: { groups, closed, onClosed: close, total: labs ?? 0, onIndices: rows.onIndices }, labs }
}

function labelOf(
  { t }: Pick<Texts, 't' | 'language'>,
  group: LabGroup,
  { key, label }: LabGroupRow,
  choices: Choices,
): string {
  if (key === '') return t(`grouping.without.${group}`)
  if (label !== null) return label
  if (group !== 'status' && group !== 'scheme' && group !== 'field') return key
  return choices[group].find(({ value }) => value === key)?.label ?? key
}

/** Everything the list can be grouped by, as it is offered: no grouping first. */
export const groupChoices: readonly (LabGroup | null)[] = [null, ...labGroups]

export const closeAll = (grouping: Grouping): void => grouping.onClosed(new Set(grouping.groups.map(({ key }) => key)))
export const openAll = (grouping: Grouping): void => grouping.onClosed(new Set())

export function groupActions(grouping: Grouping | null): Action[] {
  return [
    ...groupChoices.map((group): Action => ({
      id: `labs.group.${group ?? 'none'}`,
      label: `grouping.action.${group ?? 'none'}`,
      icon: IconLayoutList,
      when: () => useListStore.getState().group !== group,
      run: () => useListStore.getState().setGroup(group),
    })),
    {
      id: 'labs.group.close',
      bar: 'view',
      label: 'grouping.closeAll',
      icon: IconFold,
      when: () => grouping !== null,
      run: () => grouping !== null && closeAll(grouping),
    },
    {
      id: 'labs.group.open',
      bar: 'view',
      label: 'grouping.openAll',
      icon: IconFold,
      when: () => grouping !== null && grouping.closed.size > 0,
      run: () => grouping !== null && openAll(grouping),
    },
  ]
}
