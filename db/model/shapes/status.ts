// A status as answered: the word with its end, and the acts that explain it.
import type { ExpiryWindow, ReasonCode, SpanStatus, Status } from '../status/spans'
import type { actKinds, decisionKinds } from '../vocabulary'

export interface ShownStatus {
  status: Status
  /** days to the first possible end; null unknown, unlimited or over */
  daysLeft: number | null
  window: ExpiryWindow | null
  /** reduced ISO end of validity */
  expiry: string | null
}

export interface Explained extends ShownStatus {
  reason: ReasonCode
  /** false: an imprecise date leaves the answer open on this day */
  certain: boolean
  /** first and last day of the span that holds this status; null: without bound */
  since: string | null
  until: string | null
  /** the acts that make it so, oldest first */
  acts: ActShown[]
  /** the next day on which the stored status changes, and to what */
  next: { day: string; status: SpanStatus } | null
}

export interface ActShown {
  id: string
  kind: (typeof actKinds)[number]
  decision: string
  /** QĐ, GCN or công văn */
  paper: (typeof decisionKinds)[number]
  number: string | null
  signed: string | null
  effective: string | null
  expiry: string | null
  /** for named lines only */
  partial: boolean
  issuer: string | null
}
