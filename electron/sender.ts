// Who sent a message: only the main frame of a page of ours, in a window of ours, is listened to.
import { BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { isOurPage } from './lockdown'

/** The window whose own page sent the event, null for anyone else. */
export function windowOf(event: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow | null {
  const { sender, senderFrame } = event
  if (!senderFrame || senderFrame !== sender.mainFrame || !isOurPage(senderFrame.url)) return null
  return BrowserWindow.fromWebContents(sender)
}
