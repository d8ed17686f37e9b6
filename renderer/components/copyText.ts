// Words to the clipboard, with a short word about it. The window's page may write the clipboard, never read it.
import { toast } from './toast'
import type { TextKey, Translate } from '../texts/texts'

export async function copyText(t: Translate, text: string, done: TextKey): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast({ text: t(done) })
  } catch {
    // the system's clipboard is held by another program, or the window has just lost the focus
    toast({ text: t('common.copyFailed'), tone: 'failed' })
  }
}
