// Every text colour against every ground it stands on, in both themes: WCAG AA, 4.5:1; borders of fields and the focus ring 3:1.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(resolve('renderer/theme/tokens.css'), 'utf8')

function tokens(scheme: 'light' | 'dark'): Map<string, string> {
  const block = new RegExp(String.raw`data-mantine-color-scheme='${scheme}'\] \{([^}]*)\}`).exec(css)?.[1] ?? ''
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  )
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function ratio(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const grounds = ['ground', 'surface', 'raised', 'hover', 'selected']

describe.each(['light', 'dark'] as const)('%s theme', (scheme) => {
  const colour = tokens(scheme)
  const of = (name: string): string => colour.get(name) ?? 'missing'
  const tooWeak = (names: string[], on: string[], least: number): string[] =>
    names.flatMap((name) =>
      on.flatMap((ground) =>
        ratio(of(name), of(ground)) >= least ? [] : [`${name} on ${ground}: ${ratio(of(name), of(ground)).toFixed(2)}`],
      ),
    )
  const texts = ['text', 'text-dim', 'accent', ...[...colour.keys()].filter((name) => name.startsWith('status-'))]

  it('lets every text be read on every ground', () => {
    expect(texts.length).toBeGreaterThan(8)
    expect(tooWeak(texts, grounds, 4.5)).toEqual([])
    expect(tooWeak(['band-text'], ['band'], 4.5)).toEqual([])
    expect(tooWeak(['text', 'accent'], ['accent-soft'], 4.5)).toEqual([])
    expect(
      tooWeak(
        ['text'],
        [...colour.keys()].filter((name) => name.startsWith('fill-') || name === 'mark'),
        4.5,
      ),
    ).toEqual([])
  })

  it('lets fields and the focus be seen', () => {
    expect(tooWeak(['line-strong', 'focus'], ['ground', 'surface', 'raised'], 3)).toEqual([])
  })
})
