// Locking: by hand (Ctrl+L) in all windows at once, or by itself when no window was touched for some minutes. What is typed goes to the
// drafts first; then the registry signs the window out, and the page is loaded anew, so that nothing read stays in its memory.
import { useEffect } from 'react'
import { isComposing, matches } from '../actions/shortcut'
import { call } from '../api'
import { flushDrafts } from '../draftWriter'
import { keepOpen } from '../stores/resume'
import type {} from '../window'

/** Instants (milliseconds) that all windows share: when one was last touched, when one was locked by hand. */
const TOUCHED = 'so.touched'
const LOCKED = 'so.locked'
const LOOK_MS = 2000

export const LOCK_KEY = 'Ctrl+L'

/** The account that is signed in in this window. */
let here: string | null = null

async function lockHere(): Promise<void> {
  flushDrafts()
  if (here !== null) keepOpen(here)
  await call('people.signOut', {})
}

export function lockScreen(): void {
  localStorage.setItem(LOCKED, String(Date.now()))
  void lockHere()
}

/** A pointer that lies still while the page moves under it is no sign of a person. */
function touch(event: Event): void {
  if (event instanceof MouseEvent && event.type === 'pointermove' && !event.movementX && !event.movementY) return
  const now = Date.now()
  if (now - Number(localStorage.getItem(TOUCHED) ?? 0) >= LOOK_MS) localStorage.setItem(TOUCHED, String(now))
}

/** `account`: who is signed in, null when nobody is. `minutes` null: never by itself. */
export function useLocks(account: string | null, minutes: number | null): void {
  const signedIn = account !== null
  useEffect(() => {
    here = account
  }, [account])
  useEffect(() => {
    if (!signedIn) return
    // also over a dialog, where other shortcuts rest
    const onKey = (event: KeyboardEvent): void => {
      if (isComposing(event) || !matches(LOCK_KEY, event)) return
      event.preventDefault()
      lockScreen()
    }
    const onStorage = ({ key }: StorageEvent): void => {
      if (key === LOCKED) void lockHere()
    }
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('storage', onStorage)
    return () => {
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('storage', onStorage)
    }
  }, [signedIn])
  useEffect(() => {
    if (!signedIn || minutes === null) return
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    localStorage.setItem(TOUCHED, String(Date.now()))
    for (const sign of signs) window.addEventListener(sign, touch, true)
    const timer = setInterval(() => {
      if (Date.now() - Number(localStorage.getItem(TOUCHED) ?? 0) >= minutes * 60_000) void lockHere()
    }, LOOK_MS)
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, touch, true)
    }
  }, [signedIn, minutes])
}
