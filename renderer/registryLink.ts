// Keeps the window true to the registry: asks again after every change and reconnection, and shows jobs as they go.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { RegistryBridge } from '../db/model/bridge'
import { call } from './api'
import { useConnection } from './stores/connection'
import { useDayStore } from './stores/day'
import { useJobs } from './stores/jobs'
import { useNavigation } from './stores/navigation'
import { useTexts, type Translate } from './texts/texts'
import type {} from './window'

export function useRegistryLink(): void {
  const client = useQueryClient()
  const { t } = useTexts()
  useEffect(
    () =>
      window.registry.onChanged((areas) => {
        // almost every answer draws on several areas, and answers are small: what is on the screen is asked again, the rest when shown
        if (areas.includes('*')) {
          useDayStore.getState().present()
          useNavigation.getState().restart()
          void client.resetQueries()
        } else void client.invalidateQueries()
      }),
    [client],
  )
  useEffect(() => {
    let lost = false
    return window.registry.onState((state) => {
      useConnection.getState().setState(state)
      if (state === 'restarting' || state === 'failed') lost = true
      // at the start nothing has been answered before: what was asked meanwhile is still on its way
      if (state !== 'ready' || !lost) return
      lost = false
      void client.invalidateQueries()
    })
  }, [client])
  useEffect(() => window.registry.onProgress((progress) => showProgress(progress, t)), [t])
}

type Progress = Parameters<Parameters<RegistryBridge['onProgress']>[0]>[0]

function showProgress(progress: Progress, t: Translate): void {
  const { put, end } = useJobs.getState()
  const { job, done, total } = progress
  if (total !== null && done >= total) return end(job)
  put({
    id: job,
    call: progress.call,
    label: t(jobLabel(progress)),
    progress: total === null ? null : done / total,
    cancel: () => void call('jobs.cancel', { job }),
  })
}

const previews: ReadonlySet<string> = new Set(['exchange.importPreview', 'exchange.importLook', 'exchange.bookPreview'])

function jobLabel({
  call: name,
}: Progress):
  | 'frame.jobs.export'
  | 'frame.jobs.preview'
  | 'frame.jobs.checkExport'
  | 'frame.jobs.import'
  | 'frame.jobs.create'
  | 'frame.jobs.bringUp'
  | 'frame.jobs.backup'
  | 'frame.jobs.document'
  | 'frame.jobs.lookBack'
  | 'frame.jobs.other' {
  if (name.startsWith('exchange.export')) return 'frame.jobs.export'
  if (name === 'exchange.checkExport') return 'frame.jobs.checkExport'
  if (previews.has(name)) return 'frame.jobs.preview'
  if (name === 'exchange.importCommit' || name === 'exchange.bookCommit') return 'frame.jobs.import'
  if (name.startsWith('backups.')) return 'frame.jobs.backup'
  if (name.startsWith('documents.')) return 'frame.jobs.document'
  if (name === 'register.create') return 'frame.jobs.create'
  if (name === 'register.open') return 'frame.jobs.bringUp'
  // any read may be the first that needs an earlier state of the register
  return useDayStore.getState().recorded === null ? 'frame.jobs.other' : 'frame.jobs.lookBack'
}
