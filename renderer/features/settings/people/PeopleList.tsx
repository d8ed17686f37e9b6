// Everybody who has an account, for an administrator.
import { Button } from '@mantine/core'
import { useState, type JSX } from 'react'
import type { Account } from '../../../../db/model/shapes/people'
import { LoadFailed } from '../../../components/LoadFailed'
import { Skeleton } from '../../../components/Skeleton'
import { useTexts, type Translate } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { useFormLock } from '../../../useFormLock'
import classes from '../settings.module.css'
import { AddPerson } from './AddPerson'
import { EditPerson, ResetPassword } from './EditPerson'

type Open = { form: 'add' } | { form: 'edit' | 'reset'; id: string } | null

/** `me`: the account of whoever looks. */
export function PeopleList({ me }: { me: string }): JSX.Element {
  const { t } = useTexts()
  const people = useCall('people.list', {})
  const lock = useFormLock('people.change')
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => setOpen(null)
  if (people.state === 'pending') return <Skeleton lines={3} />
  if (people.state === 'error') return <LoadFailed error={people.error} onRetry={people.refetch} />
  const chosen = open === null || open.form === 'add' ? undefined : people.data.find(({ id }) => id === open.id)
  return (
    <section className={classes['part']}>
      <h3>{t('people.panel.list')}</h3>
      <p className={classes['hint']}>{lock.reason ?? t('people.panel.noUndo')}</p>
      <ul className={classes['people']} aria-label={t('people.panel.list')}>
        {people.data.map((person) => (
          <Row
            key={person.id}
            person={person}
            mine={person.id === me}
            onOpen={lock.reason === null ? (form) => setOpen({ form, id: person.id }) : null}
          />
        ))}
      </ul>
      {open === null && lock.reason === null && (
        <div className={classes['buttons']}>
          <Button variant="default" onClick={() => setOpen({ form: 'add' })}>
            {t('people.panel.add')}
          </Button>
        </div>
      )}
      {open?.form === 'add' && <AddPerson onDone={close} />}
      {open?.form === 'edit' && chosen !== undefined && <EditPerson key={chosen.id} person={chosen} onDone={close} />}
      {open?.form === 'reset' && chosen !== undefined && (
        <ResetPassword key={chosen.id} person={chosen} onDone={close} />
      )}
    </section>
  )
}

interface RowProps {
  person: Account
  mine: boolean
  /** null: nothing can be changed now */
  onOpen: ((form: 'edit' | 'reset') => void) | null
}

function Row({ person, mine, onOpen }: RowProps): JSX.Element {
  const { t } = useTexts()
  const { name } = person
  return (
    <li className={classes['person']}>
      <div>
        <p>
          {person.display ?? name}
          {person.display !== null && <span className={classes['hint']}> ({name})</span>}
        </p>
        <p className={classes['hint']}>{wordsOf(t, person, mine)}</p>
      </div>
      {onOpen !== null && (
        <div className={classes['buttons']}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('people.panel.editOf', { name })}
            onClick={() => onOpen('edit')}
          >
            {t('people.panel.edit')}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('people.panel.resetOf', { name })}
            onClick={() => onOpen('reset')}
          >
            {t('people.panel.reset')}
          </Button>
        </div>
      )}
    </li>
  )
}

function wordsOf(t: Translate, { role, disabledAt, hasPassword }: Account, mine: boolean): string {
  return [
    t(`records.choices.roles.${role}`),
    ...(mine ? [t('people.panel.you')] : []),
    ...(disabledAt === null ? [] : [t('people.panel.disabled')]),
    ...(hasPassword ? [] : [t('people.panel.noPassword')]),
  ].join(' · ')
}
