// One saving of the journal. A short one came with its changes; those of a long one are read, in pages, when it is unfolded.
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import type { ChangeSetShown } from '../../../db/model/shapes/journal'
import { recordsOf } from '../../components/changes/changeSets'
import { ChangeSetView } from '../../components/changes/ChangeSetView'
import { LoadFailed } from '../../components/LoadFailed'
import { Skeleton } from '../../components/Skeleton'
import { toFailure } from '../../failure'
import type { RecordWords } from '../../texts/recordWords'
import { useTexts } from '../../texts/texts'
import { ask } from '../../useCall'
import { openerOf } from './openRecord'

const PAGE = 200

export function JournalEntry({ set, words }: { set: ChangeSetShown; words: RecordWords }): JSX.Element {
  const { t, n } = useTexts()
  const [open, setOpen] = useState(false)
  const apart = set.changes.length < set.total
  const rest = useInfiniteQuery({
    queryKey: ['changes.list', { set: set.seq }],
    enabled: apart && open,
    initialPageParam: 0,
    queryFn: ({ pageParam }) => ask('changes.list', { set: set.seq, offset: pageParam, limit: PAGE }),
    getNextPageParam: (last, _pages, offset) => (last.length < PAGE ? null : offset + PAGE),
  })
  const changes = apart ? (rest.data?.pages.flat() ?? []) : set.changes
  const left = set.total - changes.length
  const foot = rest.isError ? (
    <LoadFailed error={toFailure(rest.error)} onRetry={() => void rest.refetch()} />
  ) : rest.isPending ? (
    <Skeleton lines={4} />
  ) : left > 0 ? (
    <Button
      variant="default"
      size="compact-md"
      loading={rest.isFetchingNextPage}
      onClick={() => void rest.fetchNextPage()}
    >
      {t('journal.further', { count: left, shown: n(left) })}
    </Button>
  ) : null
  return (
    <ChangeSetView
      set={{ ...set, records: recordsOf(changes) }}
      words={words}
      openerOf={openerOf}
      deeds={set.deeds}
      onToggle={setOpen}
      foot={apart ? foot : null}
    />
  )
}
