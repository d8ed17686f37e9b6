// What the screen does with backups: each ends in one sentence; a restore offers the way back.
import { useCallback } from 'react'
import type { BackupRow } from '../../../db/model/shapes/backup'
import { call } from '../../api'
import { toast } from '../../components/toast'
import type { Failure } from '../../failure'
import { leaveRegister } from '../../stores/leave'
import { failureSentence } from '../../texts/failureText'
import { formatInstant } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import { useSend } from '../../useCall'
import { formatSize } from './size'

export function useMake(refetch: () => void): [() => Promise<void>, boolean] {
  const { t, n, language } = useTexts()
  const [send, busy] = useSend('backups.make')
  const make = async (): Promise<void> => {
    const answer = await send({})
    refetch()
    if (!answer.ok) return toast({ text: failureSentence(t, answer.error), tone: 'failed' })
    const { trouble, labs, bytes } = answer.value
    if (trouble === null) toast({ text: t('backup.made', { labs: n(labs), size: formatSize(bytes, language) }) })
    else toast({ text: t('backup.madeTroubled', { why: t(`backup.troubles.${trouble}`) }), tone: 'failed' })
  }
  return [make, busy]
}

export function useVerify(refetch: () => void): [(row: BackupRow) => Promise<void>, boolean] {
  const { t, language } = useTexts()
  const [send, busy] = useSend('backups.verify')
  const verify = async ({ id, madeAt }: BackupRow): Promise<void> => {
    const answer = await send({ id })
    refetch()
    if (!answer.ok) return toast({ text: failureSentence(t, answer.error), tone: 'failed' })
    const at = formatInstant(madeAt, language)
    const { trouble } = answer.value
    if (trouble === null) toast({ text: t('backup.verified', { at }) })
    else toast({ text: t('backup.verifyFailed', { at, why: t(`backup.troubles.${trouble}`) }), tone: 'failed' })
  }
  return [verify, busy]
}

/** Unsaved work is asked about first; afterwards every window asks everything anew. */
export function useRestore(onDone: () => void): (row: BackupRow) => void {
  const { t, language } = useTexts()
  return useCallback(
    (row) => {
      const failed = (error: Failure): void =>
        toast({ text: t('backup.restore.failed', { why: failureText(error) }), tone: 'failed' })
      const failureText = (error: Failure): string => {
        const rule = error.fields?.find(({ field }) => field === 'backup')?.rule.replace('backup.', '')
        return rule === 'gone' || rule === 'changed' || rule === 'damaged' || rule === 'differs'
          ? `${t(`backup.troubles.${rule}`)}.`
          : failureSentence(t, error)
      }
      const takeBack = async (before: BackupRow): Promise<void> => {
        const answer = await call('backups.restore', { id: before.id })
        if (answer.ok) toast({ text: t('backup.restore.undone') })
        else failed(answer.error)
      }
      leaveRegister(
        () =>
          void call('backups.restore', { id: row.id }).then((answer) => {
            onDone()
            if (!answer.ok) return failed(answer.error)
            const { before } = answer.value
            toast({
              text: t('backup.restore.done', { at: formatInstant(row.madeAt, language) }),
              undo: () => void takeBack(before),
            })
          }),
      )
    },
    [t, language, onDone],
  )
}
