// The calls about people. Secrets are made before the write begins: a transaction waits for nothing.
import type { CallContext } from '../call-context'
import type { Output, Parsed } from '../contract'
import { RegistryError } from '../model/errors'
import type { Account } from '../model/shapes/people'
import { accountWith, addAccount, changeAccount, hasAccounts, listAccounts, putSecret } from '../store/accounts'
import { localValue } from '../store/local'
import { secretOf } from './passwords'

export function door({ register: { db } }: CallContext): Output<'people.door'> {
  const people = listAccounts(db).filter(({ disabledAt }) => disabledAt === null)
  return {
    register: localValue(db, 'register_name'),
    people: people.map(({ name, display }) => ({ name, display })),
  }
}

export async function signIn(context: CallContext, { name, password }: Parsed<'people.signIn'>): Promise<null> {
  await context.session.signIn(context.register, name, password)
  context.tellPeople()
  return null
}

export function signOut(context: CallContext): null {
  context.session.signOut()
  context.tellPeople()
  return null
}

export const list = ({ register: { db } }: CallContext): Account[] =>
  listAccounts(db).map(({ secret, ...account }) => ({ ...account, hasPassword: secret !== null }))

export async function add(context: CallContext, input: Parsed<'people.add'>): Promise<Output<'people.add'>> {
  const secret = await secretOf(input.password)
  const { value, seq, set } = await context.write((tx) => {
    const isFirst = !hasAccounts(tx.db)
    const id = addAccount(tx, input, secret)
    // whoever worked here alone finds the drafts again
    if (isFirst) context.profile.handDrafts(id)
    return id
  })
  return { id: value, seq, set }
}

export async function change(context: CallContext, input: Parsed<'people.change'>): Promise<Output<'people.change'>> {
  const { seq, set } = await context.write((tx) => changeAccount(tx, input, context.now))
  return { id: input.id, seq, set }
}

export async function resetPassword(
  context: CallContext,
  { id, password }: Parsed<'people.resetPassword'>,
): Promise<null> {
  const secret = await secretOf(password)
  const { value } = await context.write((tx) => {
    putSecret(tx.db, id, secret)
    return accountWith(tx.db, 'id', id)!.id
  })
  // by their numbers: the log may be given away
  context.log(`account ${context.account?.id ?? 'none'} gave account ${value} a new password`)
  context.tellPeople()
  return null
}

export async function changePassword(context: CallContext, input: Parsed<'people.changePassword'>): Promise<null> {
  const { session, register } = context
  if (context.account === null) throw new RegistryError('forbidden', 'the register has no accounts')
  const account = await session.prove(register, input.current)
  const secret = await secretOf(input.password)
  await context.write((tx) => putSecret(tx.db, account.id, secret))
  session.hold(register, { ...account, secret })
  context.tellPeople()
  return null
}
