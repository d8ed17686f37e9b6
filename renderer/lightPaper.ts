// Paper is white whatever the theme on the screen: the page wears the light colours until it is printed.

/** Returns what puts the colours of the screen back. */
export function onLightPaper(page: HTMLElement = document.documentElement): () => void {
  const scheme = page.dataset['mantineColorScheme']
  page.dataset['mantineColorScheme'] = 'light'
  return () => {
    if (scheme !== undefined) page.dataset['mantineColorScheme'] = scheme
  }
}

/** Prints the window as it stands, in light colours. */
export function printOnLightPaper(): void {
  const restore = onLightPaper()
  window.addEventListener('afterprint', restore, { once: true })
  window.print()
}
