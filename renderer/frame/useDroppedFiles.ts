// The one place where files dropped on the window arrive: each kind goes to the action that knows what to do with it, anything else is named.
import { useEffect } from 'react'
import { runAction } from '../actions/action'
import { toast } from '../components/toast'
import { presentPlace } from '../stores/navigation'
import { useTexts, type Translate } from '../texts/texts'

const actionFor = {
  register: 'register.openFile',
  spreadsheet: 'exchange.openFile',
  paper: 'attachments.addFile',
} as const

export function useDroppedFiles(): void {
  const { t } = useTexts()
  useEffect(() => {
    const onDrop = (event: DragEvent): void => void take([...(event.dataTransfer?.files ?? [])], t)
    window.addEventListener('drop', onDrop)
    return () => window.removeEventListener('drop', onDrop)
  }, [t])
}

async function take(files: readonly File[], t: Translate): Promise<void> {
  const [first] = files
  if (first === undefined) return
  if (files.length > 1) return toast({ text: t('start.drop.one'), tone: 'failed' })
  const file = await window.shell.dropFile(first)
  const taken = file !== null && runAction(actionFor[file.kind], { screen: presentPlace().screen, typing: false, file })
  if (taken) return
  const why = file?.kind === 'paper' ? 'start.drop.paper' : 'start.drop.unknown'
  toast({ text: t(why, { file: first.name }), tone: 'failed' })
}
