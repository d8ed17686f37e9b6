// Filters as sentences of chips that go away one by one, with the count always beside them; and what to say when nothing is left.
import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { JSX } from 'react'
import { useTexts } from '../texts/texts'
import classes from './filters.module.css'

export interface FilterChip {
  id: string
  /** reads as part of a sentence: “trạng thái: sắp hết hạn” */
  text: string
  remove: () => void
}

export interface FilterChipsProps {
  chips: readonly FilterChip[]
  /** the count in words: “12 phòng” */
  count: string
  onClear: () => void
}

export function FilterChips({ chips, count, onClear }: FilterChipsProps): JSX.Element {
  const { t } = useTexts()
  return (
    <div className={classes['chips']}>
      <output className={classes['count']}>{count}</output>
      {chips.length > 0 && (
        <ul className={classes['list']} aria-label={t('common.chips.label')}>
          {chips.map((chip) => (
            <li key={chip.id} className={classes['chip']}>
              <span>{chip.text}</span>
              <button type="button" aria-label={t('common.chips.remove', { text: chip.text })} onClick={chip.remove}>
                <IconX size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {chips.length > 1 && (
        <Button variant="subtle" size="compact-sm" onClick={onClear}>
          {t('common.chips.clear')}
        </Button>
      )}
    </div>
  )
}

export interface NothingFoundProps {
  chips: readonly FilterChip[]
  /** how many there would be without each chip, where it is known; the most helpful chip comes first */
  without?: Readonly<Record<string, number>>
}

/** An empty result that says which chip to remove. */
export function NothingFound({ chips, without = {} }: NothingFoundProps): JSX.Element {
  const { t, n } = useTexts()
  const helpful = [...chips].sort((a, b) => (without[b.id] ?? 0) - (without[a.id] ?? 0))
  return (
    <div className={classes['nothing']} role="status">
      <p>{chips.length > 0 ? t('common.chips.nothing') : t('common.chips.nothingAtAll')}</p>
      <div className={classes['ways']}>
        {helpful.map((chip) => {
          const count = without[chip.id]
          return (
            <Button key={chip.id} variant="default" size="compact-sm" onClick={chip.remove}>
              {count === undefined
                ? t('common.chips.tryWithout', { text: chip.text })
                : t('common.chips.tryWithoutFinds', { text: chip.text, count, shown: n(count) })}
            </Button>
          )
        })}
      </div>
    </div>
  )
}
