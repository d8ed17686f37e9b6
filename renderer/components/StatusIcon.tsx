// The eight status signs, drawn, so that they look the same whatever fonts a computer has:
// ● valid ◐ expiring ○ expired ‖ suspended ¦ partly ✕ withdrawn – not accredited ? unknown.
import type { JSX } from 'react'
import type { Status } from '../../db/model/status/spans'
import classes from './status.module.css'

const signs: Record<Status, JSX.Element> = {
  valid: <circle cx="7" cy="7" r="5" fill="currentColor" stroke="none" />,
  expiring: (
    <>
      <circle cx="7" cy="7" r="5" />
      <path d="M7 2a5 5 0 0 0 0 10z" fill="currentColor" stroke="none" />
    </>
  ),
  expired: <circle cx="7" cy="7" r="5" />,
  suspended: <path d="M4.5 2.5v9M9.5 2.5v9" strokeWidth="2.2" />,
  partly_suspended: <path d="M7 2v3.6M7 8.4V12" strokeWidth="2.2" />,
  withdrawn: <path d="M3 3l8 8M11 3l-8 8" strokeWidth="1.8" />,
  not_accredited: <path d="M3 7h8" strokeWidth="1.8" />,
  unknown: <path d="M4.4 4.6a2.6 2.6 0 1 1 3.9 2.3c-.9.5-1.3 1-1.3 1.9M7 11.4v.1" strokeWidth="1.8" />,
}

export function StatusIcon({ status, size = 14 }: { status: Status; size?: number }): JSX.Element {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      className={`${classes['icon']} ${classes['tone']}`}
      data-status={status}
      aria-hidden
    >
      {signs[status]}
    </svg>
  )
}
