// The first minute: three things to try, above the figures, in nobody's way. Closed once it never comes back on this machine.
import { Button } from '@mantine/core'
import { useId, useState, type JSX } from 'react'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import { openLabs } from './openLabs'
import classes from './overview.module.css'

const KEY = 'so.welcome'
const GONE = 'gone'
const TRIED = 'thuy san'
const AHEAD_DAYS = 180

export function WelcomeCard(): JSX.Element | null {
  const { t } = useTexts()
  const id = useId()
  const [gone, setGone] = useState(() => localStorage.getItem(KEY) === GONE)
  if (gone) return null
  const close = (): void => {
    localStorage.setItem(KEY, GONE)
    setGone(true)
  }
  const things = [
    { label: t('overview.welcome.search'), run: () => openLabs({ text: TRIED }) },
    { label: t('overview.welcome.ending'), run: () => openLabs({ expiringWithin: AHEAD_DAYS }) },
    { label: t('overview.welcome.practise'), run: () => useNavigation.getState().go('start', { kind: 'sample' }) },
  ]
  return (
    <section className={classes['welcome']} aria-labelledby={id}>
      <h2 id={id}>{t('overview.welcome.title')}</h2>
      <ul>
        {things.map(({ label, run }) => (
          <li key={label}>
            <Button variant="default" onClick={run}>
              {label}
            </Button>
          </li>
        ))}
      </ul>
      <Button className={classes['welcomeEnd'] ?? ''} variant="subtle" onClick={close}>
        {t('overview.welcome.close')}
      </Button>
    </section>
  )
}
