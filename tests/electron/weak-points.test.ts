// What the self-test at start judges: a window, a page, a policy and a process as they should be, and each with one thing wrong.
import { describe, expect, it } from 'vitest'
import { weakInside, weakPreferences, weakProcess } from '../../electron/weak-points'
import { bundleFile, ORIGIN } from '../../electron/bundle-files'

const safe = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true }

describe('preferences', () => {
  it('as they must be have no weak point', () => {
    expect(weakPreferences(safe)).toEqual([])
  })
  it.each([
    ['sandbox', false],
    ['contextIsolation', undefined],
    ['nodeIntegration', true],
    ['nodeIntegrationInSubFrames', true],
    ['webSecurity', undefined],
    ['allowRunningInsecureContent', true],
    ['experimentalFeatures', true],
    ['enableBlinkFeatures', 'CSSVariables'],
    ['webviewTag', true],
  ])('with %s %s are weak there', (name, value) => {
    expect(weakPreferences({ ...safe, [name]: value })).toEqual([name])
  })
})

const policy = bundleFile(`${ORIGIN}/`, '/bundle')!.headers['Content-Security-Policy']!
const inside = { reach: [], permission: 'denied', origin: ORIGIN, policy }

it('a page that reaches Node, is given a permission or is another page is weak', () => {
  expect(weakInside(inside, ORIGIN)).toEqual([])
  const weak = { ...inside, reach: ['require'], permission: 'prompt', origin: 'https://evil.invalid' }
  expect(weakInside(weak, ORIGIN)).toEqual(['require', 'permissions', 'origin'])
})

it.each([
  [null, 4],
  ['', 4],
  ["default-src 'none'; script-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'", 1],
  ["default-src *; script-src 'self'; base-uri 'none'; form-action 'none'", 1],
])('a page served with the policy %j is weak', (served, wrong) => {
  expect(weakInside({ ...inside, policy: served }, ORIGIN)).toHaveLength(wrong)
})

it('a process without a filter on system calls is weak', () => {
  expect(weakProcess('NoNewPrivs:\t1\nSeccomp:\t2\n')).toEqual([])
  for (const status of ['NoNewPrivs:\t1\nSeccomp:\t0\n', 'NoNewPrivs:\t0\nSeccomp:\t2\n', ''])
    expect(weakProcess(status)).toHaveLength(1)
})
