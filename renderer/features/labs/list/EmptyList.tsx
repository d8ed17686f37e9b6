// The list without rows: a register with nothing in it offers to fill it; a filter that finds nothing says which condition to drop.
import { Button } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import type { JSX } from 'react'
import { EmptyState } from '../../../components/EmptyState'
import { NothingFound, type FilterChip } from '../../../components/FilterChips'
import { IconFlask } from '@tabler/icons-react'
import { useDayStore } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import { ask, queryKey } from '../../../useCall'
import { clearFilter, useChips, useChoices } from './chips'
import { without, type Condition } from './filter'
import { AddAndImport } from './ListActions'
import { useListQuery } from './listStore'
import classes from './list.module.css'

/** `all`: laboratories without any filter; null: not counted yet */
export function EmptyList({ all }: { all: number | null }): JSX.Element {
  const { t } = useTexts()
  const asOf = useDayStore((state) => state.asOf)
  if (all === 0) {
    return (
      <EmptyState
        icon={IconFlask}
        title={t('labs.none.title')}
        text={asOf === null ? t('labs.none.text') : t('labs.none.onDay')}
        action={
          <div className={classes['ways']}>
            <AddAndImport />
          </div>
        }
      />
    )
  }
  return <Unfound />
}

function Unfound(): JSX.Element {
  const { t } = useTexts()
  const chips = useChips(useChoices())
  const without = useCountsWithout(chips)
  const helpful = chips.filter(({ id }) => without[id] !== 0)
  if (chips.length > 1 && helpful.length === 0) {
    return (
      <EmptyState
        title={t('labs.none.found')}
        text={t('labs.none.foundText')}
        action={
          <Button variant="default" onClick={clearFilter}>
            {t('common.chips.clear')}
          </Button>
        }
      />
    )
  }
  return <NothingFound chips={helpful.length > 0 ? helpful : chips} without={without} />
}

/** How many laboratories there would be without each condition; only what has been counted. */
function useCountsWithout(chips: readonly FilterChip[]): Record<string, number> {
  const query = useListQuery()
  return useQueries({
    queries: chips.map(({ id }) => {
      const input = { ...without(query, id as Condition), limit: 1 }
      return { queryKey: queryKey('labs.list', input), queryFn: () => ask('labs.list', input) }
    }),
    combine: (answers) =>
      Object.fromEntries(
        answers.flatMap(({ data }, at) => {
          const chip = chips[at]
          return data === undefined || chip === undefined ? [] : [[chip.id, data.total]]
        }),
      ),
  })
}
