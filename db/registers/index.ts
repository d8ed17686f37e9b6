// Fills a new register: reference data first, then what its kind holds. Every record comes in as a logged set with its reason.
import type { WriteDb } from '../store/database'
import { writeSet } from '../store/write'
import { loadQuangNinh } from './quang-ninh'
import { loadReference } from './reference'
import { generateSample } from './sample/generate'

export const registerKinds = ['quang-ninh', 'sample', 'empty'] as const
export type RegisterKind = (typeof registerKinds)[number]

export const registerNames: Readonly<Record<RegisterKind, string>> = {
  'quang-ninh': 'Sổ Quảng Ninh',
  sample: 'Sổ mẫu để tập',
  empty: 'Sổ trống',
}

export interface Filling {
  kind: RegisterKind
  actor: string
  /** instant of recording, ISO 8601 UTC */
  now: string
  /** the day on which the sample has its stated statuses */
  day: string
  /** laboratories of the sample, 32 unless told */
  labs?: number | undefined
  /** equal seeds give equal samples, 1 unless told */
  seed?: number | undefined
}

/** Fills the empty register. Only the sample gives way between its sets and reports progress, in laboratories. */
export async function fillRegister(
  db: WriteDb,
  filling: Filling,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const { kind, actor, now, day, labs = 32, seed = 1 } = filling
  writeSet(db, { actor, now, kind: 'import', reason: 'Nạp danh mục dùng chung' }, loadReference)
  if (kind === 'quang-ninh') {
    const about = { reason: 'Nạp các phòng đã công bố của tỉnh Quảng Ninh', source: 'quang-ninh-labs.csv' }
    writeSet(db, { actor, now, kind: 'import', ...about }, loadQuangNinh)
  }
  if (kind === 'sample') await generateSample(db, { labs, seed, day, now, actor }, onProgress)
}
