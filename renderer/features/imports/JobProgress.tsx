// How far the work of a call is, and the way to stop it, where a person waits for it.
import { Button, Progress } from '@mantine/core'
import type { JSX } from 'react'
import type { CallName } from '../../../db/contract'
import { useJobs, type Job } from '../../stores/jobs'
import { useTexts } from '../../texts/texts'
import classes from './imports.module.css'

const useJob = (call: CallName): Job | undefined => useJobs(({ jobs }) => jobs.find((job) => job.call === call))

export function JobProgress({ call }: { call: CallName }): JSX.Element | null {
  const { t } = useTexts()
  const job = useJob(call)
  if (job === undefined) return null
  const share = job.progress === null ? null : Math.round(job.progress * 100)
  return (
    <div className={classes['progress']}>
      <Progress.Root size="md">
        <Progress.Section value={share ?? 100} animated={share === null} aria-label={job.label} />
      </Progress.Root>
      <StopJob call={call} />
      <span className={classes['dim']}>{share === null ? t('importReading.opening') : `${share} %`}</span>
    </div>
  )
}

export function StopJob({ call }: { call: CallName }): JSX.Element | null {
  const { t } = useTexts()
  const job = useJob(call)
  if (job?.cancel === undefined) return null
  return (
    <Button size="compact-sm" variant="default" onClick={job.cancel}>
      {t('importReading.stop')}
    </Button>
  )
}
