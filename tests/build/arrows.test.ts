import { describe, expect, it } from 'vitest'
import { complaints } from '../../build/lint/arrows.mjs'
import { arrowErrors, ownErrors } from '../../build/lint/house.mjs'
import { readArrows } from '../../build/lint/imports.mjs'

const arrow = (from: string, target: string, typeOnly = false) => ({ from, target, typeOnly })

describe('the arrows of the house', () => {
  it.each([
    arrow('db/model/status/spans.ts', 'db/store/rows.ts'),
    arrow('db/model/codes.ts', 'package:node:fs'),
    arrow('db/model/codes.ts', 'package:uuid'),
    arrow('db/store/labs.ts', 'renderer/texts/vi/labs.ts'),
    arrow('db/process.ts', 'package:electron', true),
    arrow('db/registry.ts', 'electron/places.ts', true),
    arrow('renderer/features/labs/LabTable.tsx', 'db/store/labs.ts', true),
    arrow('renderer/main.tsx', 'package:electron'),
    arrow('renderer/main.tsx', 'package:node:path'),
    arrow('renderer/features/labs/LabTable.tsx', 'renderer/features/overview/Counts.tsx'),
    arrow('renderer/components/Grid.tsx', 'renderer/api.ts'),
    arrow('renderer/components/Grid.tsx', 'renderer/features/labs/columns.ts'),
    arrow('electron/main.ts', 'db/registry.ts', true),
    arrow('electron/main.ts', 'db/contract.ts', false),
    arrow('electron/main.ts', 'package:better-sqlite3'),
    arrow('electron/main.ts', 'tests/setup/electron.ts'),
    arrow('build/test.mjs', 'db/registry.ts'),
  ])('forbids $from → $target (types only: $typeOnly)', (forbidden) => {
    expect(complaints(forbidden)).not.toEqual([])
  })

  it.each([
    arrow('db/model/codes.ts', 'package:zod'),
    arrow('db/model/status/spans.ts', 'db/model/dates/partial.ts'),
    arrow('db/store/labs.ts', 'db/model/entities.ts'),
    arrow('db/store/labs.ts', 'package:better-sqlite3'),
    arrow('renderer/features/labs/LabTable.tsx', 'db/contract.ts', true),
    arrow('renderer/features/labs/LabTable.tsx', 'db/model/status/lab.ts'),
    arrow('renderer/features/labs/LabTable.tsx', 'renderer/features/labs/columns.ts'),
    arrow('renderer/features/labs/LabTable.tsx', 'renderer/api.ts'),
    arrow('electron/menu.ts', 'db/model/texts/say.ts'),
    arrow('electron/shell.ts', 'db/contract.ts', true),
    arrow('electron/main.ts', 'package:electron'),
    arrow('tests/store/labs.test.ts', 'db/store/labs.ts'),
  ])('allows $from → $target (types only: $typeOnly)', (allowed) => {
    expect(complaints(allowed)).toEqual([])
  })
})

it('sees imports of every kind, and which of them are types only', async () => {
  const text = `
    import type { A } from './a'
    import { type B, c } from './b'
    export * from './d'
    export type { E } from './e'
    import raw from './data.csv?raw'
    const later = import('./f')
    type G = import('./g').G
    import 'zod'
  `
  const arrows = await readArrows('db/x.ts', text)
  expect(arrows.map(({ target, typeOnly }) => `${target}${typeOnly ? ' (types)' : ''}`)).toEqual([
    'db/a (types)',
    'db/b',
    'db/data.csv',
    'package:zod',
    'db/d',
    'db/e (types)',
    'db/f',
    'db/g',
  ])
})

it('says which import broke which rule', async () => {
  expect(await arrowErrors('renderer/App.tsx', `import { openRegistry } from '../db/registry'`)).toEqual([
    expect.stringMatching(/^renderer\/App\.tsx: imports db\/registry.*api\.ts/),
  ])
})

describe('a source file', () => {
  it('opens with a comment and has a name that says its subject', () => {
    expect(ownErrors({ file: 'db/store/labs.ts', text: '// Laboratories.\nexport {}\n' })).toEqual([])
    expect(ownErrors({ file: 'db/store/labs.ts', text: 'export {}\n' })).toHaveLength(1)
    expect(ownErrors({ file: 'db/store/utils.ts', text: '// Things.\n' })).toHaveLength(1)
  })

  it('gives a reason for every exemption from lint', () => {
    const exemption = ['// oxlint', 'disable-next-line max-params'].join('-')
    expect(ownErrors({ file: 'db/x.ts', text: `// X.\n${exemption}\n` })).toHaveLength(1)
    expect(ownErrors({ file: 'db/x.ts', text: `// X.\n${exemption} -- SQLite calls it with five\n` })).toEqual([])
  })
})
