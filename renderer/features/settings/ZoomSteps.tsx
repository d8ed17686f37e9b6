// Text size in steps of ten per cent. The shell keeps it (menu, Ctrl+wheel and other windows change it too) and tells the percentage.
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconMinus, IconPlus, type Icon } from '@tabler/icons-react'
import { useEffect, useId, useState, type JSX } from 'react'
import { useTexts } from '../../texts/texts'
import type {} from '../../window'
import classes from './settings.module.css'

const SMALLEST = 80
const LARGEST = 200

export function ZoomSteps(): JSX.Element {
  const { t } = useTexts()
  const id = useId()
  const [percent, setPercent] = useState(100)
  useEffect(() => window.shell.onZoom(setPercent), [])
  return (
    <div role="group" aria-labelledby={id} className={classes['row']}>
      <span id={id} className={classes['label']}>
        {t('settings.machine.zoom.label')}
      </span>
      <div className={classes['options']}>
        <Step
          icon={IconMinus}
          label={t('settings.machine.zoom.smaller')}
          keys="Ctrl+-"
          step={-1}
          atEnd={percent <= SMALLEST}
        />
        <output className={classes['percent']}>{t('settings.machine.zoom.percent', { percent })}</output>
        <Step
          icon={IconPlus}
          label={t('settings.machine.zoom.larger')}
          keys="Ctrl++"
          step={1}
          atEnd={percent >= LARGEST}
        />
        <Button variant="subtle" size="compact-sm" title="Ctrl+0" onClick={() => void window.shell.zoom(0)}>
          {t('settings.machine.zoom.reset')}
        </Button>
      </div>
    </div>
  )
}

interface StepProps {
  icon: Icon
  label: string
  keys: string
  step: 1 | -1
  atEnd: boolean
}

/** At the end it does nothing but stays where it is: a button that went away would take the focus along. */
function Step({ icon: Sign, label, keys, step, atEnd }: StepProps): JSX.Element {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={label}
        aria-disabled={atEnd}
        {...(atEnd && { 'data-disabled': true })}
        onClick={() => {
          if (!atEnd) void window.shell.zoom(step)
        }}
      >
        <Sign size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
