// Answers about registers as a whole: the open one, those opened lately, the reference data that every register carries.
import type { BadPlace } from '../places'
import type { Role } from '../vocabulary'
import type { Named } from './answer'
import type { AccountRef } from './people'

export interface RegisterInfo {
  id: string
  name: string
  kind: string
  /** file name without its folder */
  file: string
  readOnly: false | 'locked' | 'medium' | 'recorded'
  role: Role
  /** as the log names who works here: the account's name, or the machine's user where there are no accounts */
  actor: string
  /** who is signed in; null: the register has no accounts */
  account: AccountRef | null
  /** shown names of people whom the log names otherwise */
  people: Record<string, string>
  /** minutes until an idle window locks; null: never */
  autoLock: number | null
  createdAt: string
  /** the registry's own today; every default day */
  today: string
  labs: number
  seq: number
  /** SHA-256 over the heads of the change log */
  fingerprint: string
  savedAt: string | null
  /** version of the file's tables, counted from 1 */
  schema: number
  /** version of the SQLite that reads the file */
  sqlite: string
}

/** What there is to say of a register just opened: of one with accounts no more than this. */
export type OpenedRegister = Pick<RegisterInfo, 'name' | 'file' | 'readOnly'> & Partial<RegisterInfo>

export interface RecentRegister {
  /** of the entry, for register.openRecent */
  id: string
  name: string
  /** file name without its folder */
  file: string
  openedAt: string
  /** false: the file is no longer where it was */
  present: boolean
  /** the register open now */
  open: boolean
}

export interface CheckedRegister {
  /** neither in the app's own folder nor opened on this machine before: worth asking whether to copy it in */
  elsewhere: boolean
  /** it may not be opened where it lies, only copied in: a network drive, a folder that a service copies away */
  badPlace: BadPlace | null
  /** it is a backup, which becomes a register of its own here; null: a register */
  backup: PickedBackup | null
}

export interface PickedBackup {
  /** of the register */
  name: string
  madeAt: string
  locked: boolean
}

export interface Reference {
  schemes: {
    id: string
    key: string
    vi: string
    en: string | null
    example: string | null
    /** keys of the issuers that usually accredit under it; [] where that is not known */
    issuers: string[]
  }[]
  issuers: (Named & { key: string })[]
  standards: {
    id: string
    key: string
    title: string
    family: string
    edition: string | null
    lastDay: string | null
  }[]
  fields: { id: string; key: string; vi: string; en: string | null }[]
  units: { id: string; name: string; type: string; parent: string | null; from: string | null; until: string | null }[]
}
