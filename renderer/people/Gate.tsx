// What stands in the window: the work, or the sign-in while nobody is signed in. Whoever was signed in and no longer is (locked, disabled,
// another password) leaves nothing behind: the page is loaded anew.
import { useEffect, useState, type JSX, type ReactNode } from 'react'
import { useCall } from '../useCall'
import { useLocks } from './lock'
import { SignIn } from './SignIn'

export function Gate({ children }: { children: ReactNode }): JSX.Element {
  const info = useCall('register.info', {})
  const account = info.state === 'ready' ? info.data.account : null
  const isOut = info.state === 'error' && info.error.code === 'signed_out'
  const [wasIn, setWasIn] = useState(false)
  if (info.state === 'ready' && !wasIn) setWasIn(true)
  useLocks(account?.id ?? null, info.state === 'ready' ? info.data.autoLock : null)
  useEffect(() => {
    if (isOut && wasIn) void window.shell.reload()
  }, [isOut, wasIn])
  return isOut ? <SignIn /> : <>{children}</>
}
