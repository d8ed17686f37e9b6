// “Giới thiệu”: what a person reads out or pastes when asking for help: versions of the program, and which state of which register.
import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { JSX } from 'react'
import type { RegisterInfo } from '../../../db/model/shapes/register'
import { Facts, Panel } from '../../components/Page'
import { useTexts, type Translate } from '../../texts/texts'
import { useCall } from '../../useCall'
import type {} from '../../window'
import { copyText } from '../../components/copyText'
import { SupportButton } from '../../support/SupportButton'
import classes from './settings.module.css'

export function About(): JSX.Element {
  const { t } = useTexts()
  const load = useCall('register.info', {})
  const info = load.state === 'ready' ? load.data : null
  const facts = factsOf(t, info)
  const copyAll = (): void => {
    const known =
      info === null ? facts : [...facts, { label: t('settings.about.fingerprint'), value: info.fingerprint }]
    const lines = known.map(({ label, value }) => `${label}: ${value ?? '—'}`)
    void copyText(t, [t('frame.app'), ...lines].join('\n'), 'settings.about.allCopied')
  }
  return (
    <Panel
      title={t('settings.about.title')}
      actions={
        <Button variant="subtle" size="compact-sm" leftSection={<IconCopy size={14} aria-hidden />} onClick={copyAll}>
          {t('settings.about.copyAll')}
        </Button>
      }
    >
      <div className={classes['part']}>
        <div>
          <p className={classes['name']}>{t('frame.app')}</p>
          <p className={classes['hint']}>{t('settings.about.what')}</p>
        </div>
        <Facts facts={facts} />
        {info !== null && <Fingerprint whole={info.fingerprint} />}
        <div className={classes['buttons']}>
          <SupportButton />
        </div>
      </div>
    </Panel>
  )
}

function Fingerprint({ whole }: { whole: string }): JSX.Element {
  const { t } = useTexts()
  return (
    <section className={classes['part']}>
      <h3>{t('settings.about.fingerprint')}</h3>
      <code className={classes['exact']}>{whole}</code>
      <p className={classes['hint']}>{t('settings.about.fingerprintHint')}</p>
      <div className={classes['buttons']}>
        <Button
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => void copyText(t, whole, 'settings.about.fingerprintCopied')}
        >
          {t('settings.about.copyFingerprint')}
        </Button>
      </div>
    </section>
  )
}

function factsOf(t: Translate, info: RegisterInfo | null): { label: string; value: string | null }[] {
  const { app, electron, chrome, node } = window.shell.versions
  const sqlite = info === null ? [] : [`SQLite ${info.sqlite}`]
  const engine = [`Electron ${electron}`, `Chromium ${chrome}`, `Node.js ${node}`, ...sqlite]
  return [
    { label: t('settings.about.version'), value: app },
    { label: t('settings.about.engine'), value: engine.join(' · ') },
    { label: t('settings.about.licence'), value: t('settings.about.licenceWords') },
    { label: t('settings.about.fonts'), value: t('settings.about.fontsWords') },
    {
      label: t('settings.about.schema'),
      value: info === null ? null : t('settings.about.schemaWords', { version: info.schema }),
    },
  ]
}
