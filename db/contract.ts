// Every request there is, by subject in contract/, where each is documented. What is not listed cannot be reached; the router parses each
// input once with the schema named there.
// The command line (`npm run -s registry -- <call> '<json>' --file r.scn`) takes the same names and shapes; a `file` path in its JSON becomes a grant.
// In a register with accounts only calls marked `signedOut` are answered before the sign-in, all others throw signed_out.
// Days are yyyy-MM-dd in Asia/Ho_Chi_Minh and today when left out; instants are UTC; null is “not known”. Any call may throw invalid_input,
// forbidden or no_register, a write also read_only, file_locked (another program holds the register) or disk_full; what else, each names.
import type { z } from 'zod'
import type { Carries } from './contract/entry'
import { backupCalls } from './contract/backup'
import { attachmentCalls } from './contract/attachments'
import { documentCalls } from './contract/documents'
import { exchangeCalls } from './contract/exchange'
import { judgingCalls } from './contract/judging'
import { peopleCalls } from './contract/people'
import { recordCalls } from './contract/records'
import { registerCalls } from './contract/register'
import { supportCalls } from './contract/support'
import { twinCalls } from './contract/twins'

export const contract = {
  ...registerCalls,
  ...recordCalls,
  ...exchangeCalls,
  ...documentCalls,
  ...judgingCalls,
  ...attachmentCalls,
  ...twinCalls,
  ...backupCalls,
  ...peopleCalls,
  ...supportCalls,
}

export type Contract = typeof contract
export type CallName = keyof Contract
/** What a caller sends (before defaults and trimming). */
export type Input<N extends CallName> = z.input<Contract[N]['input']>
/** What a handler gets (after parsing). */
export type Parsed<N extends CallName> = z.output<Contract[N]['input']>
export type Output<N extends CallName> = Contract[N]['output'] extends Carries<infer T> ? T : never
/** Areas of the register that a write touched; '*' when another register was opened. */
export type Changed = readonly string[]
export interface Progress {
  job: string
  call: CallName
  done: number
  total: number | null
}
