// Text with what the register offers under it. Whatever is typed counts; an offer is taken with the arrows and Enter, never by itself.
import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import type { JSX } from 'react'
import classes from '../check.module.css'
import type { Suggestion } from './useSuggestions'

export interface SuggestFieldProps extends Omit<AutocompleteProps, 'data' | 'filter' | 'renderOption'> {
  suggestions: readonly Suggestion[]
}

export function SuggestField({ suggestions, ...rest }: SuggestFieldProps): JSX.Element {
  return (
    <Autocomplete
      {...rest}
      openOnFocus={false}
      data={suggestions.map(({ value }) => value)}
      // what fits is the register's word: it also knows names without accents and codes in any spelling
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const note = suggestions.find(({ value }) => value === option.value)?.note
        return (
          <div>
            <div>{option.value}</div>
            {note !== undefined && <div className={classes['note']}>{note}</div>}
          </div>
        )
      }}
      onKeyDown={(event) => {
        // an open list closes alone: the screen behind it keeps its own Escape
        const open = event.currentTarget.getAttribute('aria-expanded') === 'true'
        if (event.key === 'Escape' && open) event.stopPropagation()
      }}
    />
  )
}
