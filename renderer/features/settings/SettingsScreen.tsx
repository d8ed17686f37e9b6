// “Thiết lập”: what this machine prefers and what the register keeps, apart from each other; below them what the program is.
import { useEffect, useRef, type JSX } from 'react'
import { Page } from '../../components/Page'
import type { ScreenProps } from '../../screens'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import { About } from './About'
import { MachineSettings } from './MachineSettings'
import { RegisterSettings } from './RegisterSettings'
import { PeoplePanel } from './people/PeoplePanel'
import classes from './settings.module.css'

export function SettingsScreen({ params }: ScreenProps): JSX.Element {
  const { t } = useTexts()
  const about = useRef<HTMLDivElement>(null)
  const wanted = params['section'] === 'about'
  useEffect(() => {
    if (!wanted) return
    about.current?.scrollIntoView({ block: 'start' })
    about.current?.focus({ preventScroll: true })
    // forgotten, so that the menu's “about” leads here a second time and the next start does not
    useNavigation.getState().amend({ section: '' })
  }, [wanted])
  return (
    <Page title={t('settings.title')}>
      <div className={classes['screen']}>
        <div className={classes['columns']}>
          <MachineSettings />
          <div className={classes['register']}>
            <RegisterSettings />
          </div>
          <PeoplePanel atPassword={params['section'] === 'password'} />
          <div ref={about} tabIndex={-1} className={classes['about']}>
            <About />
          </div>
        </div>
      </div>
    </Page>
  )
}
