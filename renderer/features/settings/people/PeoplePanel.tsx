// “Người dùng”: without accounts how the register is used and the way to the first account; with them one's own account and, for an
// administrator, everybody's. One form is open at a time, under the list.
import { Button } from '@mantine/core'
import { useEffect, useState, type JSX } from 'react'
import type { RegisterInfo } from '../../../../db/model/shapes/register'
import { Facts, Panel } from '../../../components/Page'
import { lockScreen } from '../../../people/lock'
import { useNavigation } from '../../../stores/navigation'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { useFormLock } from '../../../useFormLock'
import classes from '../settings.module.css'
import { AddPerson } from './AddPerson'
import { AutoLock } from './AutoLock'
import { OwnPassword } from './OwnPassword'
import { PeopleList } from './PeopleList'

/** `atPassword`: somebody came here to change the own password */
export function PeoplePanel({ atPassword }: { atPassword: boolean }): JSX.Element | null {
  const { t } = useTexts()
  const info = useCall('register.info', {})
  if (info.state !== 'ready') return null
  const { account, role } = info.data
  return (
    <Panel title={t('people.panel.title')}>
      <div className={classes['parts']}>
        {account === null ? <Alone info={info.data} /> : <Own info={info.data} atPassword={atPassword} />}
        {account !== null && role === 'admin' && <PeopleList me={account.id} />}
        {account !== null && role === 'admin' && <AutoLock />}
      </div>
    </Panel>
  )
}

function Alone({ info }: { info: RegisterInfo }): JSX.Element {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const lock = useFormLock('people.add')
  return (
    <section className={classes['part']}>
      <p>{t('people.panel.alone', { actor: info.actor })}</p>
      <p className={classes['hint']}>{t('people.panel.aloneHint')}</p>
      <p className={classes['hint']}>{t('people.panel.noUndo')}</p>
      {lock.reason === null && !open && (
        <div className={classes['buttons']}>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('people.panel.start')}
          </Button>
        </div>
      )}
      {lock.reason === null && open && <AddPerson first onDone={() => setOpen(false)} />}
    </section>
  )
}

function Own({ info, atPassword }: { info: RegisterInfo; atPassword: boolean }): JSX.Element {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  if (atPassword && !open) setOpen(true)
  useEffect(() => {
    // forgotten, so that the menu leads here a second time
    if (atPassword) useNavigation.getState().amend({ section: '' })
  }, [atPassword])
  const name = info.account?.display ?? info.actor
  return (
    <section className={classes['part']}>
      <h3>{t('people.me.title')}</h3>
      <Facts
        facts={[
          { label: t('people.me.name'), value: name === info.actor ? name : `${info.actor} (${name})` },
          { label: t('people.me.role'), value: t(`people.form.roles.${info.role}`) },
        ]}
      />
      {open ? (
        <OwnPassword onDone={() => setOpen(false)} />
      ) : (
        <div className={classes['buttons']}>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('people.me.password')}
          </Button>
          <Button variant="subtle" onClick={lockScreen}>
            {t('people.me.lock')} (Ctrl+L)
          </Button>
        </div>
      )}
    </section>
  )
}
