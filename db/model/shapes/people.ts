// Answers about the people of a register. No secret is ever part of one.
import type { Role } from '../vocabulary'

/** Who works in this window; null in RegisterInfo: the register has no accounts. */
export interface AccountRef {
  id: string
  name: string
  display: string | null
}

/** What a window sees before anybody has signed in. */
export interface Door {
  /** name of the open register */
  register: string
  /** who may sign in, in the order of the list; empty: the register has no accounts */
  people: Omit<AccountRef, 'id'>[]
}

export interface Account extends AccountRef {
  role: Role
  /** null: may sign in */
  disabledAt: string | null
  /** false: no password lies in this file, an administrator has to set one */
  hasPassword: boolean
}
