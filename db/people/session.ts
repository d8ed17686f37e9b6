// Who works behind one window or one terminal. Without accounts it is whoever the process says; with accounts it is nobody until a password
// was proved here, and again nobody as soon as the account is disabled, changes its role or gets another password, or another register opens.
import type { Role } from '../model/vocabulary'
import type { AccountRef } from '../model/shapes/people'
import { accountWith, hasAccounts } from '../store/accounts'
import type { OpenRegister } from '../store/open'
import type { Doorkeeper, Proved } from './doorkeeper'

export interface Who {
  actor: string
  /** null: nobody has signed in */
  role: Role | null
  /** null: the register has no accounts, or nobody has signed in */
  account: AccountRef | null
}

interface Held {
  register: OpenRegister
  id: string
  role: Role
  /** of the password that was proved */
  hash: string
}

const NOBODY: Who = { actor: '', role: null, account: null }

export class PersonSession {
  private held: Held | null = null

  /** `open`: the open register, null when none is. `alone`: who works where there are no accounts. */
  constructor(
    private readonly open: () => OpenRegister | null,
    private readonly doorkeeper: Doorkeeper,
    private readonly alone: { actor: string; role: Role },
  ) {}

  /** Asked anew of the open register each time. */
  who(): Who {
    const register = this.open()
    if (register === null || !hasAccounts(register.db)) return { ...this.alone, account: null }
    const { held } = this
    if (held === null || held.register !== register) return NOBODY
    const account = accountWith(register.db, 'id', held.id)
    const stands =
      account !== null &&
      account.disabledAt === null &&
      account.role === held.role &&
      account.secret?.hash === held.hash
    if (!stands) return NOBODY
    const { id, name, display, role } = account
    return { actor: name, role, account: { id, name, display } }
  }

  async signIn(register: OpenRegister, name: string, password: string): Promise<void> {
    this.held = null
    this.hold(register, await this.doorkeeper.prove({ register, name, password, field: 'password' }))
  }

  /** Proves the password of the person who works here. */
  prove(register: OpenRegister, password: string): Promise<Proved> {
    return this.doorkeeper.prove({ register, name: this.who().actor, password, field: 'current' })
  }

  /** The person goes on working here with this password. */
  hold(register: OpenRegister, { id, role, secret }: Proved): void {
    this.held = { register, id, role, hash: secret.hash }
  }

  signOut(): void {
    this.held = null
  }
}
