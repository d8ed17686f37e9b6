// F6 walks through the regions of the window, as in other desktop programs.

const FOCUSABLE = 'button:not(:disabled), a[href], input, select, textarea, [tabindex="0"]'

function regions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.offsetParent !== null || region.dataset['region'] === 'main',
  )
}

/** Moves the focus into a region: to what it offers first, its list or field if it names one. */
export function enterRegion(region: HTMLElement): void {
  const first =
    region.querySelector<HTMLElement>('[data-autofocus]') ?? region.querySelector<HTMLElement>(FOCUSABLE) ?? region
  first.focus()
}

export function nextRegion(step: 1 | -1): void {
  const all = regions()
  const at = all.findIndex((region) => region.contains(document.activeElement))
  const next = all[(at + step + all.length) % all.length]
  if (next !== undefined) enterRegion(next)
}
