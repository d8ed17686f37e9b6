// Stands in every page under measure and tells main when the first row with words in it has been painted.
import { ipcRenderer } from 'electron'

/** a row of a grid that holds a record, or of the empty window */
const ROW = '[role="row"][data-index] [role="gridcell"]:not([aria-label]) span, [data-bench-row]'
const isThere = (): boolean => document.querySelector(ROW) !== null

/** The frame that shows it is on its way: it is done when the task after it runs. */
function tellWhenPainted(): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => ipcRenderer.send('bench:painted', performance.timeOrigin + performance.now())
    port2.postMessage(null)
  })
}

const watch = new MutationObserver(() => {
  if (!isThere()) return
  watch.disconnect()
  tellWhenPainted()
})
watch.observe(document, { childList: true, subtree: true })
