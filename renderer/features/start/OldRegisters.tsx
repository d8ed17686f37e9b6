// Registers that exist: any file by the system's picker, and those opened lately on this machine, with what has become of them.
import { Button, Kbd } from '@mantine/core'
import { IconBook2, IconFolderOpen } from '@tabler/icons-react'
import type { JSX } from 'react'
import type { RecentRegister } from '../../../db/model/shapes/register'
import { LoadFailed } from '../../components/LoadFailed'
import { Panel } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { useOpening } from '../../stores/opening'
import { formatInstant } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { useRegisters } from '../../useRegisters'
import classes from './start.module.css'

export function OldRegisters({ focused }: { focused: boolean }): JSX.Element {
  const { t } = useTexts()
  const { pick } = useRegisters()
  const busy = useOpening((opening) => opening.busy)
  return (
    <Panel title={t('start.old.title')}>
      <div className={classes['form']}>
        <div className={classes['foot']}>
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={16} aria-hidden />}
            rightSection={<Kbd size="xs">Ctrl+O</Kbd>}
            disabled={busy}
            onClick={pick}
            {...(focused && { 'data-autofocus': true })}
          >
            {t('start.old.pick')}
          </Button>
          <span className={classes['dim']}>{t('start.old.hint')}</span>
        </div>
        <h3 className={classes['subtitle']}>{t('start.recent.title')}</h3>
        <Recents busy={busy} />
      </div>
    </Panel>
  )
}

function Recents({ busy }: { busy: boolean }): JSX.Element {
  const { t } = useTexts()
  const recents = useCall('register.recent', {})
  if (recents.state === 'error') return <LoadFailed error={recents.error} onRetry={recents.refetch} />
  if (recents.state === 'pending') return <Skeleton />
  if (recents.data.length === 0) return <p className={classes['dim']}>{t('start.recent.none')}</p>
  return (
    <>
      <ul className={classes['recents']} aria-label={t('start.recent.title')}>
        {recents.data.map((recent) => (
          <li key={recent.id}>
            <Recent recent={recent} busy={busy} />
          </li>
        ))}
      </ul>
      {recents.data.some(({ present }) => !present) && <p className={classes['dim']}>{t('start.recent.absentHint')}</p>}
    </>
  )
}

function Recent({ recent, busy }: { recent: RecentRegister; busy: boolean }): JSX.Element {
  const { t, language } = useTexts()
  const { openRecent } = useRegisters()
  const state = recent.open ? 'open' : recent.present ? null : 'absent'
  return (
    <button
      type="button"
      className={classes['recent']}
      disabled={busy || state !== null}
      onClick={() => openRecent(recent)}
    >
      <IconBook2 size={18} stroke={1.6} aria-hidden />
      <span className={classes['names']}>
        <span className={classes['name']}>{recent.name}</span>
        <span className={classes['dim']}>
          {recent.file} · {t('start.recent.opened', { when: formatInstant(recent.openedAt, language) })}
        </span>
      </span>
      {state !== null && (
        <span className={classes['state']} data-state={state}>
          {t(`start.recent.${state}`)}
        </span>
      )}
    </button>
  )
}
