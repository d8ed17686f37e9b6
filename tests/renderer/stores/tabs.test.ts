// Open pages as tabs: going somewhere opens one, closing shows its neighbour, the oldest makes room, a register has its own.
import { beforeEach, describe, expect, it } from 'vitest'
import { guardLeaving } from '../../../renderer/stores/leave'
import { presentPlace, useNavigation } from '../../../renderer/stores/navigation'
import { closeTab, MOST_TABS, openTab, stepTab, useTabs } from '../../../renderer/stores/tabs'

const open = () => useTabs.getState().tabs.map(({ id }) => id)
const recent = () => useTabs.getState().recent.map(({ id }) => id)
const shown = () => presentPlace().params['id']
let asked: ((go: () => void, record?: string) => void) | null = null
guardLeaving((go, record) => (asked === null ? go() : asked(go, record)))

beforeEach(() => {
  asked = null
  localStorage.clear()
  useNavigation.getState().restart()
  useTabs.setState({ register: null, tabs: [], recent: [] })
  useTabs.getState().setRegister('sổ A')
})

describe('tabs', () => {
  it('open as pages are gone to, each once, and are stepped through around the ends', () => {
    for (const id of ['a', 'b', 'c', 'a']) openTab(id)
    expect(open()).toEqual(['a', 'b', 'c'])
    expect(recent()).toEqual(['a', 'c', 'b'])
    stepTab(-1)
    expect(shown()).toBe('c')
    stepTab(1)
    expect(shown()).toBe('a')
    useNavigation.getState().go('labs')
    stepTab(1)
    expect(shown()).toBe('a')
  })

  it('show their neighbour when closed, and the list after the last', () => {
    for (const id of ['a', 'b', 'c']) openTab(id)
    closeTab('c')
    expect([shown(), ...open()]).toEqual(['b', 'a', 'b'])
    closeTab('a')
    expect([shown(), ...open()]).toEqual(['b', 'b'])
    closeTab('b')
    expect(presentPlace().screen).toBe('labs')
    expect(open()).toEqual([])
  })

  it('stay while something of them is unsaved, and are not asked about for another record', () => {
    const questions: (string | undefined)[] = []
    asked = (go, record) => {
      questions.push(record)
      if (record !== 'a') go()
    }
    for (const id of ['a', 'b']) openTab(id)
    closeTab('a')
    closeTab('b')
    expect(questions).toEqual(['a', 'b'])
    expect(open()).toEqual(['a'])
  })

  it('make room for a new one: the one looked at longest ago goes', () => {
    for (let at = 0; at < MOST_TABS; at++) openTab(`t${at}`)
    openTab('t0')
    openTab('new')
    expect(open()).toHaveLength(MOST_TABS)
    expect(open()).toContain('t0')
    expect(open()).not.toContain('t1')
  })

  it('and what was opened lately belong to their register, and come back by name', () => {
    openTab('a')
    useTabs.getState().named('a', 'Phòng A')
    useNavigation.getState().restart()
    useTabs.getState().setRegister('sổ B')
    expect([...open(), ...recent()]).toEqual([])
    openTab('b')
    useNavigation.getState().restart()
    useTabs.getState().setRegister('sổ A')
    expect(useTabs.getState().tabs).toEqual([{ id: 'a', name: 'Phòng A' }])
    expect(useTabs.getState().recent).toEqual([{ id: 'a', name: 'Phòng A' }])
  })

  it('of what no longer reads are none', () => {
    localStorage.setItem('so.opened', '{"sổ C":{"tabs":[{"id":3}],"recent":"x"}}')
    useTabs.getState().setRegister('sổ C')
    expect([...open(), ...recent()]).toEqual([])
  })
})
