// The screen before anything is asked: what may be asked, and four examples to press.
import { Button } from '@mantine/core'
import { IconListSearch } from '@tabler/icons-react'
import type { JSX } from 'react'
import { EmptyState } from '../../components/EmptyState'
import { useTexts } from '../../texts/texts'
import classes from './capability.module.css'

const examples = ['metal', 'concrete', 'water', 'method'] as const

export function StartHere({ onAsk }: { onAsk: (query: string) => void }): JSX.Element {
  const { t } = useTexts()
  return (
    <EmptyState
      icon={IconListSearch}
      title={t('capability.start.title')}
      text={t('capability.start.text')}
      action={
        <div role="group" aria-label={t('capability.start.examples')} className={classes['examples']}>
          {examples.map((example) => (
            <Button key={example} variant="default" onClick={() => onAsk(t(`capability.examples.${example}`))}>
              {t(`capability.examples.${example}`)}
            </Button>
          ))}
        </div>
      }
    />
  )
}
