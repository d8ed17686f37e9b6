// What a handler may use: the open register, the caller, this moment, and the one way to write.
import type { Keyring } from './backup/keyring'
import type { Output, Progress } from './contract'
import type { Purpose } from './grants'
import type { CheckedRegister, RecentRegister } from './model/shapes/register'
import type { PersonSession, Who } from './people/session'
import type { WholeQuestion, WholeRead } from './jobs/whole-reads'
import type { Broken } from './shelf'
import type { OpenRegister } from './store/open'
import type { Profile } from './store/profile'
import type { SetContext, Tx, Written } from './store/write'
import type { RegisterKind } from './registers/index'

export interface NewRegisterInput {
  kind: RegisterKind
  name?: string | undefined
  labs?: number | undefined
  seed?: number | undefined
  day?: string | undefined
}

export interface CallContext extends Who {
  /** who works here now: another register may have been opened since the call began */
  session: PersonSession
  /** accounts or passwords have changed, or somebody came or went: every window asks again */
  tellPeople(): void
  /** one line, without personal data beyond an actor's name */
  log(line: string): void
  /** calendar day in Asia/Ho_Chi_Minh */
  today: string
  /** instant, ISO 8601 UTC */
  now: string
  version: string
  profile: Profile
  /** Throws no_register, or why the last one did not open. */
  readonly register: OpenRegister
  /** the register itself, also where `register` is an earlier state of it */
  readonly living: OpenRegister
  /** Runs `fn` as one logged set when its turn comes. Throws read_only, signed_out when the caller's sign-in has ended meanwhile. */
  write<T>(fn: (tx: Tx) => T, about?: Partial<SetContext>): Promise<Written<T>>
  /** The same for a set that a job writes through a connection of its own: the register is read meanwhile, nothing else is written. */
  writeInJob<T>(work: (register: OpenRegister) => Promise<Written<T>>): Promise<Written<T>>
  /** Throws why the file would not open. */
  check(file: string): CheckedRegister
  open(file: string, how?: { copy?: boolean | undefined }): Promise<void>
  /** What `make` makes ready becomes a new register of that name, and is opened. Throws bad_place, file_exists. */
  adopt(name: string, make: (register: string) => Promise<string>): Promise<void>
  /** Throws not_found for an entry that is not listed. */
  openRecent(id: string): Promise<void>
  recents(): RecentRegister[]
  create(input: NewRegisterInput): Promise<void>
  /** A line in the log about an unexpected error that a window has met. */
  note(number: string, text: string): void
  /** Puts a file made ready beside it in the open register's place and opens it. Throws file_locked while something still reads. */
  replace(ready: string): Promise<void>
  /** The register that did not open last; null: none, or another was opened since. */
  toRecover(): Broken | null
  /** The recovered file takes the damaged one's place and is opened; returns the name under which the damaged one was kept. */
  takeRecovered(ready: string): Promise<string | null>
  /** The open register is damaged: closes it, for good until it is recovered. */
  condemn(): void
  /** keys of locked backups that are known on this machine */
  readonly keys: Keyring
  /** Removes what is kept of earlier states of the register: they are made anew when asked for. */
  forgetRecorded(): Promise<void>
  /** Runs `work` when no write and no other backup is under way. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Backups wait for each other: two never work in one folder at once. */
  inBackups<T>(work: () => Promise<T>): Promise<T>
  path(ref: string, purpose: Purpose): string
  fileName(): string
  /** path of the open register, also while an earlier state of it is looked at */
  livingFile(): string
  /** A read that goes through the whole register; of a large one a thread of its own answers it. */
  readWhole<N extends WholeRead>(question: Omit<WholeQuestion<N>, 'today'>): Output<N> | Promise<Output<N>>
  workerFile: string
  /** folder of this program's log; null: it keeps none */
  logs: string | null
  /** jobs under way, by id */
  running: Map<string, AbortController>
  progress(report: Progress): void
}
