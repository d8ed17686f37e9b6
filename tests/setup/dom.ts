// Every component test: jest-dom's matchers, a clean document after each test, and the browser functions that
// jsdom lacks and the UI kit calls. The document and its storage are one for many files (see anew.ts): each begins with them empty.
import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import { startAnew } from './anew'

startAnew()
localStorage.clear()
document.head.replaceChildren()
document.body.replaceChildren()
for (const name of document.documentElement.getAttributeNames()) document.documentElement.removeAttribute(name)
for (const bridge of ['registry', 'shell']) Reflect.deleteProperty(window, bridge)
for (const size of ['clientHeight', 'clientWidth']) Reflect.deleteProperty(HTMLElement.prototype, size)

class StillObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

window.ResizeObserver = StillObserver
// jsdom has no fonts; growing text areas wait for them
Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() })
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
