// The four test projects: node (register, shell rules), dom (React in jsdom), e2e (real Electron), package (the packaged app).
// tests/setup/ holds what each needs before it starts; SCN_LONG=1 (npm run test:long) lets property tests run longer.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string }
const long = process.env['SCN_LONG'] === '1'
const define = { __APP_VERSION__: JSON.stringify(version) }
// a guard against what never ends, not a measure: a busy machine may take its time
const hangs = { testTimeout: long ? 600_000 : 90_000, hookTimeout: 120_000 }
const electronTimeouts = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  root,
  test: {
    // both of two cores: left to itself vitest keeps one of them free
    maxWorkers: '100%',
    reporters: ['default', resolve(root, 'tests/count-reporter.ts')],
    projects: [
      {
        root,
        define,
        test: {
          name: 'node',
          environment: 'node',
          isolate: false, // tests/setup/anew.ts
          setupFiles: ['tests/setup/node.ts'],
          globalSetup: ['tests/setup/programs.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/renderer/**', 'tests/e2e/**', 'tests/package/**'],
          ...hangs,
        },
      },
      {
        root,
        define,
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          isolate: false, // tests/setup/anew.ts
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup/dom.ts'],
          globalSetup: ['tests/setup/programs.ts'],
          ...hangs,
        },
      },
      {
        root,
        define,
        test: {
          name: 'e2e',
          environment: 'node',
          isolate: false, // tests/setup/anew.ts
          setupFiles: ['tests/setup/node.ts'],
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/setup/electron.ts'],
          fileParallelism: false,
          retry: 1, // a window, a display and two busy cores: the reporter names what needed the second try
          ...electronTimeouts,
        },
      },
      {
        root,
        define,
        test: {
          name: 'package',
          environment: 'node',
          include: ['tests/package/**/*.test.ts'],
          globalSetup: ['tests/setup/electron.ts'],
          fileParallelism: false,
          ...electronTimeouts,
        },
      },
    ],
  },
})
