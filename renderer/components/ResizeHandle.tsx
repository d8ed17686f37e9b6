// The edge of a pane that can be dragged, or moved with the arrow keys.
import { useRef, type JSX, type KeyboardEvent, type PointerEvent } from 'react'
import classes from './resize.module.css'

export interface ResizeHandleProps {
  label: string
  /** px of the pane that grows when the handle goes left */
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

const STEP = 16

export function ResizeHandle({ label, value, min, max, onChange }: ResizeHandleProps): JSX.Element {
  const start = useRef<{ x: number; value: number } | null>(null)
  const set = (next: number): void => onChange(Math.min(max, Math.max(min, next)))
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = { ArrowLeft: value + STEP, ArrowRight: value - STEP, Home: max, End: min }[event.key]
    if (next === undefined || event.altKey) return
    event.preventDefault()
    set(next)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, value }
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      title={label}
      className={classes['handle']}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => start.current !== null && set(start.current.value + start.current.x - event.clientX)}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
    />
  )
}
