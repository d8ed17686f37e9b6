// Accounts and what is kept of their passwords. An account is a logged record like others; a secret is not: it stays in this file and
// out of the log, so that no history, pack or earlier state carries it.
import { RegistryError } from '../model/errors'
import { sortKey } from '../model/text/collate'
import type { Account } from '../model/shapes/people'
import type { AccountChange } from '../model/people'
import type { z } from 'zod'
import { Secret } from '../people/passwords'
import { prepare, type ReadDb, type WriteDb } from './database'
import type { Tx } from './write'

export interface KnownAccount extends Omit<Account, 'hasPassword'> {
  /** null: none lies in this file, nobody can sign in with this account */
  secret: Secret | null
}

interface Row extends Omit<KnownAccount, 'secret'> {
  secret: string | null
}

const ACCOUNTS = `SELECT a.id, a.name, a.display, a.role, a.disabled_at AS disabledAt, s.secret
  FROM account a LEFT JOIN account_secret s ON s.account_rid = a.rid WHERE a.trashed_at IS NULL`

const toAccount = ({ secret, ...row }: Row): KnownAccount => ({
  ...row,
  secret: secret === null ? null : Secret.parse(JSON.parse(secret)),
})

export const hasAccounts = (db: ReadDb): boolean =>
  prepare<[], number>(db, 'SELECT EXISTS (SELECT 1 FROM account WHERE trashed_at IS NULL)').pluck().get() === 1

/** Also disabled ones, in the order of their names. */
export function listAccounts(db: ReadDb): KnownAccount[] {
  const all = prepare<[], Row>(db, ACCOUNTS).all().map(toAccount)
  const key = ({ display, name }: KnownAccount): string => sortKey(display ?? name)
  return all.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

export function accountWith(db: ReadDb, by: 'id' | 'name', value: string): KnownAccount | null {
  const row = prepare<[string], Row>(db, `${ACCOUNTS} AND a.${by} = ?`).get(value)
  return row === undefined ? null : toAccount(row)
}

export function putSecret(db: WriteDb, account: string, secret: Secret): void {
  const sql = `INSERT INTO account_secret (account_rid, secret) SELECT rid, :secret FROM account WHERE id = :account
    ON CONFLICT (account_rid) DO UPDATE SET secret = excluded.secret`
  const { changes } = prepare<[object]>(db, sql).run({ account, secret: JSON.stringify(secret) })
  if (changes === 0) throw new RegistryError('not_found', account)
}

export function putTries(db: WriteDb, account: string, tries: Pick<Secret, 'failures' | 'last'>): void {
  const sql = `UPDATE account_secret SET secret = json_set(secret, '$.failures', :failures, '$.last', :last)
    WHERE account_rid = (SELECT rid FROM account WHERE id = :account)`
  prepare<[object]>(db, sql).run({ account, ...tries })
}

interface NewAccount {
  name: string
  display?: string | undefined
  role: Account['role']
}

/** Throws first_admin where nobody would be left to do everything, duplicate for a name that differs in capitals only. */
export function addAccount(tx: Tx, { name, display, role }: NewAccount, secret: Secret): string {
  if (role !== 'admin' && !hasAccounts(tx.db))
    throw new RegistryError('invalid_input', 'the first account', [{ field: 'role', rule: 'first_admin' }])
  const taken = listAccounts(tx.db).some((each) => each.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'))
  if (taken) throw new RegistryError('duplicate', 'an account of that name', [{ field: 'name', rule: 'name_taken' }])
  const id = tx.create('account', { name, display: display ?? null, role })
  putSecret(tx.db, id, secret)
  return id
}

/** Throws not_found, in_use (last_admin). */
export function changeAccount(
  tx: Tx,
  { id, display, role, disabled }: z.output<typeof AccountChange>,
  now: string,
): void {
  const account = accountWith(tx.db, 'id', id)
  if (account === null) throw new RegistryError('not_found', id)
  const disabledAt = disabled === undefined ? account.disabledAt : disabled ? (account.disabledAt ?? now) : null
  const remains = (role ?? account.role) === 'admin' && disabledAt === null
  if (!remains && isLastAdmin(tx.db, account)) {
    const field = disabledAt === null ? 'role' : 'disabled'
    throw new RegistryError('in_use', 'the last administrator', [{ field, rule: 'last_admin' }])
  }
  tx.change('account', id, { display, role, disabledAt })
}

const canDoEverything = ({ role, disabledAt, secret }: KnownAccount): boolean =>
  role === 'admin' && disabledAt === null && secret !== null

const isLastAdmin = (db: ReadDb, account: KnownAccount): boolean =>
  canDoEverything(account) && !listAccounts(db).some((other) => other.id !== account.id && canDoEverything(other))
