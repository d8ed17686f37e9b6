// Printing a page: everything that the screen shows only in part is loaded and drawn first, then the window prints.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { Input } from '../../../../db/contract'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { onLightPaper } from '../../../lightPaper'
import { ask, queryKey } from '../../../useCall'

/** Lines of one accreditation that go on paper; the registry answers no more at once. */
const MOST_LINES = 1000

/** By then everything has been measured again at the width of paper. */
const MEASURED_MS = 100

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
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const done = (): void => setPrinting(false)
    window.addEventListener('afterprint', done)
    return () => window.removeEventListener('afterprint', done)
  }, [])
  useEffect(() => {
    if (!printing) return
    const restore = onLightPaper()
    const timer = setTimeout(() => window.print(), MEASURED_MS)
    return () => {
      clearTimeout(timer)
      restore()
    }
  }, [printing])
  const print = useCallback(() => {
    const lines = page?.accreditations.filter((each) => each.scopeLines > 0) ?? []
    const load = lines.map(({ id }) => {
      const input = printedScope(id, page?.day ?? '')
      return client.prefetchQuery({ queryKey: queryKey('scope.list', input), queryFn: () => ask('scope.list', input) })
    })
    void Promise.all(load).then(() => setPrinting(true))
  }, [client, page])
  return { printing, print }
}
