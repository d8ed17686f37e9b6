// Every component test: jest-dom's matchers, a clean document after each test, and the browser functions that
// jsdom lacks and the UI kit calls.
import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

class StillObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

window.ResizeObserver = StillObserver
window.matchMedia = (query) =>
  Object.assign(new EventTarget(), {
    media: query,
    matches: false,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  })
Element.prototype.scrollIntoView = () => {}
Element.prototype.scrollTo = function (this: Element, to?: ScrollToOptions | number) {
  if (typeof to === 'object' && to.top !== undefined) this.scrollTop = to.top
}

afterEach(() => cleanup())
