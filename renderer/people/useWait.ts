// Seconds left to wait, counted down for the eye; the registry has the last word.
import { useEffect, useState } from 'react'

export function useWait(): [left: number, wait: (seconds: number) => void] {
  const [until, setUntil] = useState<number | null>(null)
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (until === null) return
    const count = (): void => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    count()
    const timer = setInterval(count, 250)
    return () => clearInterval(timer)
  }, [until])
  return [left, (seconds) => setUntil(seconds === 0 ? null : Date.now() + seconds * 1000)]
}
