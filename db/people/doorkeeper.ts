// Proves passwords, one at a time for the whole process, and counts the wrong ones: in the file before the password is looked at, so that
// ending the program in the middle wins no free guess. Where the file cannot be written, and for names that do not exist, in memory.
import { RegistryError } from '../model/errors'
import { waitAfter } from '../model/people'
import { accountWith, putTries, type KnownAccount } from '../store/accounts'
import type { OpenRegister } from '../store/open'
import { isPassword, type Secret } from './passwords'

type Tries = Pick<Secret, 'failures' | 'last'>

/** An account that may sign in. */
export type Proved = KnownAccount & { secret: Secret }

export interface Asked {
  register: OpenRegister
  name: string
  password: string
  /** the input that problems are told of */
  field: 'password' | 'current'
}

const MOST_NAMES = 1000
const NONE: Tries = { failures: 0, last: null }

export class Doorkeeper {
  private readonly inMemory = new WeakMap<OpenRegister, Map<string, Tries>>()
  private turn: Promise<unknown> = Promise.resolve()

  /** `isOpen`: whether this register is still the open one. `now`: milliseconds. */
  constructor(
    private readonly isOpen: (register: OpenRegister) => boolean,
    private readonly now: () => number,
  ) {}

  /** The account whose password this is. Throws wrong_password, wait. */
  prove(asked: Asked): Promise<Proved> {
    const proved = this.turn.then(() => this.look(asked))
    this.turn = proved.catch(() => undefined)
    return proved
  }

  private async look(asked: Asked): Promise<Proved> {
    const { register, name, password, field } = asked
    this.mustBeOpen(register)
    const account = activeAccount(register, name)
    const tries = this.triesOf(register, account, name)
    const left = this.secondsLeft(tries)
    if (left > 0) {
      // the clock was set back: the wait begins again now, neither shortened nor prolonged by it
      if (this.gone(tries) < 0) this.note(asked, account, { ...tries, last: this.instant })
      throw refused(field, 'wait', left)
    }
    const failures = tries.failures + 1
    this.note(asked, account, { failures, last: this.instant })
    const right = await isPassword(password, account?.secret ?? null)
    this.mustBeOpen(register)
    // disabled, or given another password, while this one was looked at
    const still = activeAccount(register, name)
    if (!right || account === null || still?.secret.hash !== account.secret.hash)
      throw refused(field, 'wrong_password', waitAfter(failures))
    this.note(asked, account, NONE)
    return still
  }

  private mustBeOpen(register: OpenRegister): void {
    if (!this.isOpen(register)) throw new RegistryError('signed_out', 'another register was opened')
  }

  private triesOf(register: OpenRegister, account: Proved | null, name: string): Tries {
    return this.inMemory.get(register)?.get(name) ?? account?.secret ?? NONE
  }

  private note({ register, name }: Asked, account: Proved | null, tries: Tries): void {
    if (account !== null && register.readOnly === false) return putTries(register.db, account.id, tries)
    const names = this.inMemory.get(register) ?? new Map<string, Tries>()
    if (names.size >= MOST_NAMES) names.clear()
    this.inMemory.set(register, names.set(name, tries))
  }

  private get instant(): string {
    return new Date(this.now()).toISOString()
  }

  /** Seconds since the last wrong try. */
  private gone({ last }: Tries): number {
    return last === null ? Infinity : (this.now() - Date.parse(last)) / 1000
  }

  private secondsLeft(tries: Tries): number {
    return Math.max(0, Math.ceil(waitAfter(tries.failures) - Math.max(0, this.gone(tries))))
  }
}

function activeAccount(register: OpenRegister, name: string): Proved | null {
  const found = accountWith(register.db, 'name', name)
  return found === null || found.disabledAt !== null || found.secret === null
    ? null
    : { ...found, secret: found.secret }
}

const refused = (field: string, rule: 'wait' | 'wrong_password', seconds: number): RegistryError =>
  new RegistryError('invalid_input', rule, [{ field, rule, params: { seconds } }])
