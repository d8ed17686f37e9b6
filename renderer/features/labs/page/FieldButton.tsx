// Beside a value: leads to the history of that one field.
import { ActionIcon } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type { JSX } from 'react'
import { useTexts } from '../../../texts/texts'
import classes from './history.module.css'

export function FieldButton({ name, onOpen }: { name: string; onOpen: () => void }): JSX.Element {
  const { t } = useTexts()
  const label = t('journal.oneField.show', { field: name })
  return (
    <ActionIcon variant="subtle" size={20} className={classes['of']!} aria-label={label} title={label} onClick={onOpen}>
      <IconHistory size={13} aria-hidden />
    </ActionIcon>
  )
}
