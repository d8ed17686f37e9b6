// The application menu is made of the very actions of the window: told to the shell whenever they or what is possible may have changed.
import { useEffect } from 'react'
import type { MenuOffer } from '../../db/model/bridge'
import { useTexts, type Translate } from '../texts/texts'
import { barOf, distinctActions, isOffered, onActions, shortcutsOf } from './action'

/** Long enough to join what one press sets off, short enough to be there before the hand is at the menu. */
const PAUSE_MS = 120
const EVENTS = ['keyup', 'pointerup', 'focus'] as const

export function menuOffer(t: Translate, screen: string): MenuOffer[] {
  const context = { screen, typing: false }
  return distinctActions(context).flatMap((action) => {
    const bar = barOf(action)
    const [keys] = shortcutsOf(action)
    if (bar === null) return []
    const enabled = isOffered(action, context)
    return [{ id: action.id, label: t(action.label), bar, enabled, ...(keys !== undefined && { keys }) }]
  })
}

/** While the frame is shown. */
export function useMenuBar(screen: () => string): void {
  const { t, language } = useTexts()
  useEffect(() => {
    let told = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = (): void => {
      const offer = menuOffer(t, screen())
      if (JSON.stringify(offer) === told) return
      told = JSON.stringify(offer)
      void window.shell.offer(offer)
    }
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(tell, PAUSE_MS)
    }
    soon()
    const stop = onActions(soon)
    for (const event of EVENTS) window.addEventListener(event, soon)
    return () => {
      clearTimeout(timer)
      stop()
      for (const event of EVENTS) window.removeEventListener(event, soon)
    }
  }, [t, language, screen])
}
