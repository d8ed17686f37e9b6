// Preferences of this machine: language, theme, row height, zoom. Each holds as soon as it is chosen; none enters the register.
import type { JSX } from 'react'
import { Panel } from '../../components/Page'
import { usePreferences } from '../../stores/preferences'
import { useTexts } from '../../texts/texts'
import { Choice } from './Choice'
import classes from './settings.module.css'
import { ZoomSteps } from './ZoomSteps'

const themes = ['auto', 'light', 'dark'] as const
const densities = ['compact', 'normal', 'comfortable'] as const

export function MachineSettings(): JSX.Element {
  const { t } = useTexts()
  const { language, theme, density, change } = usePreferences()
  return (
    <Panel title={t('settings.machine.title')}>
      <p className={classes['hint']}>{t('settings.machine.hint')}</p>
      <div className={classes['rows']}>
        <Choice
          label={t('settings.machine.language')}
          options={[
            { value: 'vi', label: t('frame.actions.vietnamese') },
            { value: 'en', label: t('frame.actions.english') },
          ]}
          value={language}
          onChoose={(chosen) => change({ language: chosen })}
        />
        <Choice
          label={t('settings.machine.theme')}
          options={themes.map((value) => ({ value, label: t(`settings.machine.themes.${value}`) }))}
          value={theme}
          onChoose={(chosen) => change({ theme: chosen })}
        />
        <Choice
          label={t('settings.machine.density')}
          options={densities.map((value) => ({ value, label: t(`settings.machine.densities.${value}`) }))}
          value={density}
          onChoose={(chosen) => change({ density: chosen })}
        />
        <ZoomSteps />
      </div>
    </Panel>
  )
}
