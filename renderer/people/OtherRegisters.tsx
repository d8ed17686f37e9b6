// The way from the sign-in to another register: nobody is locked out of the program by one register's passwords.
import { Button } from '@mantine/core'
import { useState, type JSX } from 'react'
import { AskPlace } from '../frame/AskPlace'
import { useOpening } from '../stores/opening'
import { registerFailure } from '../texts/registerFailure'
import { useTexts } from '../texts/texts'
import { useCall } from '../useCall'
import { useRegisters } from '../useRegisters'
import classes from './people.module.css'

const LISTED = 4

export function OtherRegisters(): JSX.Element {
  const { t } = useTexts()
  const [shown, setShown] = useState(false)
  const failed = useOpening((state) => state.failed)
  return (
    <section className={classes['others']}>
      <button type="button" className={classes['link']} aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t('people.signIn.others')}
      </button>
      {shown && <Registers />}
      {failed !== null && <p role="alert">{registerFailure(t, failed.failure, failed.name)}</p>}
      <AskPlace />
    </section>
  )
}

function Registers(): JSX.Element {
  const { t } = useTexts()
  const { openRecent, pick } = useRegisters()
  const recent = useCall('register.recent', {})
  const others = recent.state === 'ready' ? recent.data.filter(({ open, present }) => !open && present) : []
  return (
    <div className={classes['registers']}>
      {others.slice(0, LISTED).map((register) => (
        <Button key={register.id} variant="default" size="compact-md" onClick={() => openRecent(register)}>
          {register.name}
        </Button>
      ))}
      <Button variant="default" size="compact-md" onClick={pick}>
        {t('people.signIn.pick')}
      </Button>
    </div>
  )
}
