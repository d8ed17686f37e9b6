// The sign-in: one's name out of the list, the password, and the way to another register. Nothing of the register stands here but its name.
import { Button, NativeSelect } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useEffect, useRef, useState, type FormEvent, type JSX } from 'react'
import type { Door } from '../../db/model/shapes/people'
import { call } from '../api'
import { LoadFailed } from '../components/LoadFailed'
import { PasswordField } from '../components/PasswordField'
import { useTexts } from '../texts/texts'
import { useCall } from '../useCall'
import { OtherRegisters } from './OtherRegisters'
import { peopleProblem } from './passwordProblem'
import classes from './people.module.css'
import { useWait } from './useWait'

/** Who signed in last on this machine stands there the next time. */
const LAST = 'so.person'

export function SignIn(): JSX.Element {
  const { t } = useTexts()
  const door = useCall('people.door', {})
  useEffect(() => {
    document.title = `${t('people.signIn.title')} – ${t('frame.app')}`
  }, [t])
  return (
    <main className={classes['signIn']}>
      <div className={classes['card']}>
        <header className={classes['head']}>
          <IconLock size={22} stroke={1.6} aria-hidden />
          <div>
            <h1>{t('people.signIn.title')}</h1>
            {door.state === 'ready' && <p>{t('people.signIn.register', { name: door.data.register })}</p>}
          </div>
        </header>
        {door.state === 'error' && <LoadFailed error={door.error} onRetry={door.refetch} />}
        {door.state === 'ready' && <Form people={door.data.people} />}
        <details className={classes['forgot']}>
          <summary>{t('people.signIn.forgot')}</summary>
          <p>{t('people.signIn.forgotText')}</p>
        </details>
        <OtherRegisters />
      </div>
    </main>
  )
}

function Form({ people }: { people: Door['people'] }): JSX.Element {
  const { t, n } = useTexts()
  const [name, setName] = useState(() => {
    const last = localStorage.getItem(LAST)
    return people.some((person) => person.name === last) ? (last ?? '') : (people[0]?.name ?? '')
  })
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [left, wait] = useWait()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || left > 0) return
    setBusy(true)
    const answer = await call('people.signIn', { name, password })
    setBusy(false)
    setPassword('')
    field.current?.focus()
    // the registry tells every window that somebody has come: the gate opens by itself
    if (answer.ok) return localStorage.setItem(LAST, name)
    const { text, seconds } = peopleProblem(t, answer.error)
    setProblem(text)
    wait(seconds)
  }
  return (
    <form className={classes['form']} aria-label={t('people.signIn.title')} onSubmit={(event) => void submit(event)}>
      <NativeSelect
        label={t('people.signIn.who')}
        data={people.map((person) => ({ value: person.name, label: person.display ?? person.name }))}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value)
          setProblem(null)
          wait(0)
        }}
      />
      <PasswordField
        ref={field}
        label={t('people.signIn.password')}
        kind="current-password"
        value={password}
        error={problem}
        onChange={setPassword}
      />
      {left > 0 && <p className={classes['wait']}>{t('people.signIn.wait', { count: left, shown: n(left) })}</p>}
      <Button type="submit" aria-disabled={left > 0 || busy} {...((left > 0 || busy) && { 'data-disabled': true })}>
        {t(busy ? 'people.signIn.checking' : 'people.signIn.submit')}
      </Button>
    </form>
  )
}
