// Where a window opens: at the remembered place when a person can still see and grasp it there, else centred on the main display.
// Rectangles are in Electron's device-independent pixels.

export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

export interface Placement extends Rect {
  maximized: boolean
}

export const MIN_WIDTH = 1024
export const MIN_HEIGHT = 640
const USUAL = { width: 1440, height: 900 }
/** At least this much of a window's top must lie on a display, or nobody can pull it back. */
const GRASP = { width: 160, height: 32 }
const CASCADE = 32

/** `areas` are the displays' work areas, the main one first. `before` is a window already open: the new one stands a little beside it. */
export function placeWindow(
  remembered: Placement | null,
  areas: readonly Rect[],
  before: Rect | null = null,
): Placement {
  const main = areas[0] ?? { x: 0, y: 0, ...USUAL }
  if (before !== null) return beside(before, areas.find((area) => isGraspable(before, area)) ?? main)
  const fitted = remembered ? areas.map((area) => ({ area, rect: within(remembered, area) })) : []
  const found = fitted.find(({ area, rect }) => isGraspable(rect, area))
  return found && remembered ? { ...found.rect, maximized: remembered.maximized } : centred(main)
}

function isGraspable(rect: Rect, area: Rect): boolean {
  const across = Math.min(rect.x + rect.width, area.x + area.width) - Math.max(rect.x, area.x)
  const topInside = rect.y >= area.y && rect.y + GRASP.height <= area.y + area.height
  return across >= GRASP.width && topInside
}

function within(rect: Rect, area: Rect): Rect {
  const width = Math.min(Math.max(rect.width, MIN_WIDTH), area.width)
  const height = Math.min(Math.max(rect.height, MIN_HEIGHT), area.height)
  // a little above the top edge comes from a display that is arranged differently now
  const y = rect.y < area.y && rect.y >= area.y - GRASP.height ? area.y : rect.y
  return { x: rect.x, y, width, height }
}

/** On a display that the usual size would fill anyway, the first window takes all of it. */
function centred(area: Rect): Placement {
  const width = Math.min(USUAL.width, area.width)
  const height = Math.min(USUAL.height, area.height)
  const x = area.x + Math.round((area.width - width) / 2)
  const y = area.y + Math.round((area.height - height) / 2)
  return { x, y, width, height, maximized: area.width <= USUAL.width || area.height <= USUAL.height }
}

function beside(before: Rect, area: Rect): Placement {
  const moved = { ...before, x: before.x + CASCADE, y: before.y + CASCADE }
  const fits = moved.x + moved.width <= area.x + area.width && moved.y + moved.height <= area.y + area.height
  return { ...within(fits ? moved : { ...before, x: area.x, y: area.y }, area), maximized: false }
}
