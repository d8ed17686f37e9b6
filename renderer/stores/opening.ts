// A register on its way to be opened or made: whether one is, why the last did not open, and the file that waits for a word about where.
import { create } from 'zustand'
import type { BadPlace } from '../../db/model/places'
import type { PickedFile } from '../../db/model/bridge'
import type { PickedBackup } from '../../db/model/shapes/register'
import type { Failure } from '../failure'

export interface OpeningFailed {
  /** the file or the register, as people know it */
  name: string
  failure: Failure
}

/** `badPlace`: where it lies it may not be opened at all; `backup`: it is one, and becomes a register here */
export interface AskedFile extends PickedFile {
  badPlace: BadPlace | null
  backup: PickedBackup | null
}

interface Opening {
  busy: boolean
  failed: OpeningFailed | null
  /** a register from elsewhere: copy it in, or open it where it lies? */
  asking: AskedFile | null
  change: (part: Partial<Pick<Opening, 'busy' | 'failed' | 'asking'>>) => void
}

export const useOpening = create<Opening>()((set) => ({
  busy: false,
  failed: null,
  asking: null,
  change: (part) => set(part),
}))
