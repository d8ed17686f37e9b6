// Where the window is: screen and parameters, with back and forward. The last place is remembered on this machine;
// a window opened for one record starts at the place in its address (`#/lab?id=…`).
import { create } from 'zustand'
import { z } from 'zod'

export interface Place {
  screen: string
  params: Readonly<Record<string, string>>
}

const Stored = z.object({ screen: z.string().max(60), params: z.record(z.string(), z.string().max(400)) })
const KEY = 'so.place'
const LIMIT = 100

interface Navigation {
  places: readonly Place[]
  at: number
  go: (screen: string, params?: Readonly<Record<string, string>>) => void
  /** changes the parameters of the present place (a filter, a tab) without a step in the history */
  amend: (params: Readonly<Record<string, string>>) => void
  /** another register: its history begins anew, at the first screen */
  restart: () => void
  back: () => void
  forward: () => void
}

export function placeInAddress(hash: string): Place | null {
  const found = /^#\/([^?]+)(?:\?(.*))?$/.exec(hash)
  if (found?.[1] === undefined) return null
  return { screen: decodeURIComponent(found[1]), params: Object.fromEntries(new URLSearchParams(found[2] ?? '')) }
}

function remembered(): Place | null {
  const text = localStorage.getItem(KEY)
  if (text === null) return null
  try {
    return Stored.parse(JSON.parse(text))
  } catch {
    // a place of an older version that no longer reads is forgotten
    localStorage.removeItem(KEY)
    return null
  }
}

const samePlace = (a: Place, b: Place): boolean =>
  a.screen === b.screen && JSON.stringify(a.params) === JSON.stringify(b.params)

export const NOWHERE: Place = { screen: '', params: {} }

export const useNavigation = create<Navigation>()((set) => ({
  places: [placeInAddress(window.location.hash) ?? remembered() ?? NOWHERE],
  at: 0,
  go: (screen, params = {}) =>
    set((state) => {
      const place = { screen, params }
      const present = state.places[state.at]
      if (present !== undefined && samePlace(present, place)) return state
      const places = [...state.places.slice(0, state.at + 1), place].slice(-LIMIT)
      return { places, at: places.length - 1 }
    }),
  amend: (params) =>
    set((state) => ({
      places: state.places.map((place, index) =>
        index === state.at ? { ...place, params: { ...place.params, ...params } } : place,
      ),
    })),
  restart: () => set({ places: [NOWHERE], at: 0 }),
  back: () => set((state) => ({ at: Math.max(0, state.at - 1) })),
  forward: () => set((state) => ({ at: Math.min(state.places.length - 1, state.at + 1) })),
}))

useNavigation.subscribe((state) => {
  const place = state.places[state.at]
  if (place !== undefined) localStorage.setItem(KEY, JSON.stringify(place))
})

export function presentPlace(): Place {
  const state = useNavigation.getState()
  return state.places[state.at] ?? NOWHERE
}

export function usePlace(): Place {
  return useNavigation((state) => state.places[state.at] ?? NOWHERE)
}
