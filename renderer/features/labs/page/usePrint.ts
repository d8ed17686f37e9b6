// Printing a laboratory's page: the whole scope of every accreditation is loaded first, not only the lines on the screen.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Input } from '../../../../db/contract'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { ask, queryKey } from '../../../useCall'
import { usePaper } from '../../../usePaper'

/** Lines of one accreditation that go on paper; the registry answers no more at once. */
const MOST_LINES = 1000

export function printedScope(accreditation: string, day: string): Input<'scope.list'> {
  return { accreditation, day, limit: MOST_LINES }
}

export interface Printing {
  /** the page is drawn for paper */
  printing: boolean
  print: () => void
}

export function usePrint(page: LabPage | undefined): Printing {
  const client = useQueryClient()
  const { printing, print: onPaper } = usePaper()
  const print = useCallback(() => {
    const lines = page?.accreditations.filter((each) => each.scopeLines > 0) ?? []
    const load = lines.map(({ id }) => {
      const input = printedScope(id, page?.day ?? '')
      return client.prefetchQuery({ queryKey: queryKey('scope.list', input), queryFn: () => ask('scope.list', input) })
    })
    onPaper(Promise.all(load))
  }, [client, onPaper, page])
  return { printing, print }
}
