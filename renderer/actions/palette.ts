// What the palette (Ctrl+K) can find beside actions: screens and features bring sources, which may ask the registry.
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Icon } from '@tabler/icons-react'
import type { TextKey } from '../texts/texts'

export interface PaletteItem {
  id: string
  label: string
  /** small words behind the label: a code, an area */
  note?: string
  icon?: Icon
  shortcut?: string
  run: () => void
}

export interface PaletteSource {
  id: string
  label: TextKey
  /** what it shows before anything is typed */
  start?: () => readonly PaletteItem[]
  /** answers to the words as typed, best first; called again at each pause of typing, never with empty text */
  search: (text: string) => Promise<readonly PaletteItem[]>
}

interface Held {
  current: PaletteSource
}

const sources: Held[] = []

export function usePaletteSource(source: PaletteSource): void {
  const held = useRef(source)
  useLayoutEffect(() => {
    held.current = source
  })
  useEffect(() => {
    sources.push(held)
    return () => {
      const at = sources.indexOf(held)
      if (at >= 0) sources.splice(at, 1)
    }
  }, [])
}

export function paletteSources(): PaletteSource[] {
  return sources.map((held) => held.current)
}
