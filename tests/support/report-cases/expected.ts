// How a case of the report check is written down: what is asked, the verdict, and the reason and record that prove it.
import type { Verdict } from '../../../db/model/check/report'
import type { ReportQuestion } from '../../../db/model/questions'

export type Ask = ReportQuestion
export interface Expected {
  verdict: Verdict
  /** reason that decides, or for an accredited report one that stands in the chain */
  because: string
  /** short name of the record that proves it */
  proof?: string
}
export const TODAY = '2026-11-23'
export const lab = 'Phòng thử nghiệm Nước Hòn Gai (hư cấu)'
export const lead = 'chì trong nước thải'
export const W = 'VILAS 100'
export const yes = (because: string, proof?: string): Expected => ({
  verdict: 'accredited',
  because,
  ...(proof !== undefined && { proof }),
})
export const no = (verdict: Verdict, because: string, proof?: string): Expected => ({
  verdict,
  because,
  ...(proof !== undefined && { proof }),
})
export const open = (because: string, proof?: string): Expected => no('insufficient_data', because, proof)

export type Cases = Record<string, readonly [title: string, ask: Ask, expected: Expected][]>
