// The question asked, kept while other screens are shown. Another screen asks with `go('capability', { query })`.
import { useEffect, useLayoutEffect } from 'react'
import { create } from 'zustand'
import { useNavigation } from '../../stores/navigation'

interface CapabilityStore {
  query: string
  ask: (query: string) => void
}

export const useCapabilityStore = create<CapabilityStore>()((set) => ({ query: '', ask: (query) => set({ query }) }))

/** Keeps question and place the same: an address with a question asks it, a question typed is written into the present place. */
export function useQueryOfPlace(params: Readonly<Record<string, string>>): void {
  const inPlace = params['query']
  const query = useCapabilityStore((state) => state.query)
  useLayoutEffect(() => {
    if (inPlace !== undefined) useCapabilityStore.getState().ask(inPlace)
  }, [inPlace])
  useEffect(() => {
    const asked = useCapabilityStore.getState().query
    if ((inPlace ?? '') !== asked) useNavigation.getState().amend({ query: asked })
  }, [query, inPlace])
}
