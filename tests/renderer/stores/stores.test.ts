// What the window remembers about itself: places, panes, preferences. Old or broken memories are forgotten, never fatal.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { placeInAddress, useNavigation } from '../../../renderer/stores/navigation'
import { areDetailsShown, isRailShown, usePanes, windowClass } from '../../../renderer/stores/panes'

beforeEach(() => {
  vi.resetModules()
  localStorage.clear()
})

describe('navigation', () => {
  beforeEach(() => useNavigation.setState({ places: [{ screen: 'labs', params: {} }], at: 0 }))
  const here = () => useNavigation.getState().places[useNavigation.getState().at]

  it('goes back and forward, and forgets what lay ahead when it goes elsewhere', () => {
    const { go, back, forward } = useNavigation.getState()
    go('lab', { id: '1' })
    go('journal')
    back()
    expect(here()).toEqual({ screen: 'lab', params: { id: '1' } })
    forward()
    expect(here()?.screen).toBe('journal')
    back()
    go('trash')
    forward()
    expect(useNavigation.getState().places.map(({ screen }) => screen)).toEqual(['labs', 'lab', 'trash'])
    expect(here()?.screen).toBe('trash')
  })

  it('takes no step for the same place, and amends parameters without one', () => {
    const { go, amend, back } = useNavigation.getState()
    go('lab', { id: '1' })
    go('lab', { id: '1' })
    amend({ tab: 'scope' })
    expect(here()).toEqual({ screen: 'lab', params: { id: '1', tab: 'scope' } })
    back()
    expect(here()?.screen).toBe('labs')
  })

  it('never goes further back than the beginning', () => {
    useNavigation.getState().back()
    expect(here()?.screen).toBe('labs')
  })

  it('reads the place a window was opened for from its address', () => {
    expect(placeInAddress('#/lab?id=0190-a&tab=ph%E1%BA%A1m')).toEqual({
      screen: 'lab',
      params: { id: '0190-a', tab: 'phạm' },
    })
    expect(placeInAddress('')).toBeNull()
    expect(placeInAddress('#lab')).toBeNull()
  })

  it('remembers the last place and forgets one that no longer reads', async () => {
    useNavigation.getState().go('trash')
    expect(JSON.parse(localStorage.getItem('so.place') ?? '')).toEqual({ screen: 'trash', params: {} })
    for (const [stored, screen] of [
      ['{"screen":"trash","params":{}}', 'trash'],
      ['{"screen":7}', ''],
      ['not json', ''],
    ] as const) {
      vi.resetModules()
      localStorage.setItem('so.place', stored)
      const fresh = await import('../../../renderer/stores/navigation')
      expect(fresh.presentPlace().screen).toBe(screen)
    }
  })
})

describe('panes', () => {
  it('counts 1366 as narrow and 1920 as wide', () => {
    expect([windowClass(1366), windowClass(1920)]).toEqual(['narrow', 'wide'])
  })

  it('gives a narrow window two columns: details fold the rail until they are closed, unfolding the rail closes them', () => {
    const { toggleDetails, toggleRail, countDetails } = usePanes.getState()
    const shown = (): boolean[] => [
      isRailShown(usePanes.getState(), 'narrow'),
      areDetailsShown(usePanes.getState(), 'narrow'),
    ]
    countDetails(1)
    expect(shown()).toEqual([true, false])
    toggleDetails('narrow')
    expect(shown()).toEqual([false, true])
    toggleDetails('narrow')
    expect(shown()).toEqual([true, false])
    toggleDetails('narrow')
    toggleRail('narrow')
    expect(shown()).toEqual([true, false])
    toggleDetails('wide')
    expect(usePanes.getState().wide).toEqual({ rail: true, details: false })
  })

  it('leaves the rail unfolded on a screen without details, though another screen has its details open', () => {
    const { toggleDetails, countDetails } = usePanes.getState()
    countDetails(-usePanes.getState().hasDetails as -1)
    if (!usePanes.getState().narrow.details) toggleDetails('narrow')
    expect(isRailShown(usePanes.getState(), 'narrow')).toBe(true)
  })

  it('keeps the details pane between its least and greatest width', () => {
    const { setDetailsWidth } = usePanes.getState()
    setDetailsWidth(10)
    expect(usePanes.getState().detailsWidth).toBe(280)
    setDetailsWidth(5000)
    expect(usePanes.getState().detailsWidth).toBe(720)
  })
})

describe('preferences', () => {
  it('replaces only the value that no longer reads', async () => {
    localStorage.setItem('so.preferences', '{"state":{"language":"en","theme":"pink","density":"compact"},"version":0}')
    const { usePreferences } = await import('../../../renderer/stores/preferences')
    expect(usePreferences.getState()).toMatchObject({ language: 'en', theme: 'auto', density: 'compact' })
  })
})
