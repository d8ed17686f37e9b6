// What the command line asks for: the registry's day and a register to open, or a call without a window. Everything else belongs to Chromium.
import { resolve } from 'node:path'
import { z } from 'zod'

export interface Arguments {
  /** `--today=yyyy-MM-dd` fixes the registry's day */
  today?: string
  /** `--open=FILE`, or a bare *.scn as a file manager gives it; absolute */
  open?: string
}

const Today = z.iso.date()

/** Reads process.argv. Throws an Error with one sentence for the person at the terminal. */
export function readArguments(argv: readonly string[], folder: string): Arguments {
  const today = valueOf(argv, 'today')
  if (today !== undefined && !Today.safeParse(today).success) throw new Error('--today needs a day: --today=2026-11-23')
  const open = valueOf(argv, 'open') ?? argv.slice(1).find((word) => !word.startsWith('-') && isRegister(word))
  if (open === '') throw new Error('--open needs a file: --open=register.scn')
  return {
    ...(today === undefined ? {} : { today }),
    ...(open === undefined ? {} : { open: resolve(folder, open) }),
  }
}

/** What follows `--no-window`: a call for the registry's command line. Null: a window is wanted. */
export function commandWords(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('--no-window')
  return at < 0 ? null : argv.slice(at + 1)
}

function valueOf(argv: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`
  return argv.find((word) => word.startsWith(prefix))?.slice(prefix.length)
}

export function isRegister(path: string): boolean {
  return /[^/\\]\.scn$/i.test(path)
}
