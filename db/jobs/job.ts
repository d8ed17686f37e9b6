// What long work sees of the outside: a place to tell progress and to learn that it should stop.
import { RegistryError } from '../model/errors'

export interface Job {
  /** `total` null: not known yet */
  progress(done: number, total: number | null): void
  /** Call between steps. Throws cancelled. */
  check(): void
}

/** A job that nobody watches or stops. */
export const unwatched: Job = { progress: () => undefined, check: () => undefined }

export const stopped = (): RegistryError => new RegistryError('cancelled', 'stopped on request')
