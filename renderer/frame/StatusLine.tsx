// The status line: what is saved, how much there is, which register, and the work under way with its way to stop.
import { Tooltip } from '@mantine/core'
import { IconLock, IconX } from '@tabler/icons-react'
import { useEffect, type JSX } from 'react'
import { formatDate, dayInVietnam } from '../../db/model/dates/partial'
import type { RegisterInfo } from '../../db/model/shapes/register'
import { toast } from '../components/toast'
import { useDayStore } from '../stores/day'
import { useJobs, type Job } from '../stores/jobs'
import { formatTime } from '../texts/formats'
import { useTexts, type Texts } from '../texts/texts'
import { useCall } from '../useCall'
import classes from './status.module.css'

const SHORT = 4

export function StatusLine(): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const info = useCall('register.info', {})
  const jobs = useJobs((state) => state.jobs)
  const today = info.state === 'ready' ? info.data.today : null
  useEffect(() => {
    if (today !== null) useDayStore.getState().setToday(today)
  }, [today])
  return (
    <footer className={classes['status']} data-region="status" aria-label={t('frame.regions.status')}>
      {info.state === 'ready' && <Facts info={info.data} texts={texts} />}
      {jobs.length > 0 && (
        <ul className={classes['jobs']}>
          {jobs.map((job) => (
            <JobLine key={job.id} job={job} />
          ))}
        </ul>
      )}
    </footer>
  )
}

function Facts({ info, texts }: { info: RegisterInfo; texts: Texts }): JSX.Element {
  const { t, n } = texts
  return (
    <>
      <span role="status">{savedWords(info, texts)}</span>
      <span>{t('frame.status.labs', { count: info.labs, shown: n(info.labs) })}</span>
      <span>
        <Tooltip
          className={classes['unbroken'] ?? ''}
          label={t('frame.status.fingerprintTitle', { full: info.fingerprint })}
        >
          <button
            type="button"
            className={classes['fingerprint']}
            aria-description={t('frame.status.fingerprintTitle', { full: info.fingerprint })}
            onClick={() => void copyFingerprint(info, texts)}
          >
            {t('frame.status.fingerprint', { short: info.fingerprint.slice(0, SHORT) })}
          </button>
        </Tooltip>
      </span>
      {info.readOnly !== false && (
        <span className={classes['readOnly']}>
          <IconLock size={13} aria-hidden /> {t('frame.status.readOnly')}
        </span>
      )}
    </>
  )
}

/** Whole, for comparing with another computer's by mail or telephone. */
async function copyFingerprint({ fingerprint }: RegisterInfo, { t }: Texts): Promise<void> {
  await navigator.clipboard.writeText(fingerprint)
  toast({ text: t('frame.status.fingerprintCopied', { full: fingerprint }) })
}

function savedWords(info: RegisterInfo, { t, language }: Texts): string {
  if (info.savedAt === null) return t('frame.status.neverSaved')
  const time = formatTime(info.savedAt)
  const day = dayInVietnam(Date.parse(info.savedAt))
  return day === info.today
    ? t('frame.status.saved', { time })
    : t('frame.status.savedOn', { time, day: formatDate(day, language) })
}

function JobLine({ job }: { job: Job }): JSX.Element {
  const { t } = useTexts()
  return (
    <li className={classes['job']}>
      <span>{job.label}</span>
      <progress aria-label={job.label} max={1} {...(job.progress !== null && { value: job.progress })} />
      {job.progress !== null && <span className={classes['percent']}>{Math.floor(job.progress * 100)}%</span>}
      {job.cancel !== undefined && (
        <button type="button" aria-label={t('frame.status.cancelJob', { job: job.label })} onClick={job.cancel}>
          <IconX size={13} aria-hidden />
        </button>
      )}
    </li>
  )
}
