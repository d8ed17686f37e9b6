// One condition of the filter as a button with its choices below it: many ticks, or one of several. ↑ and ↓ walk through the choices.
import { Button, Popover, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useId, useRef, useState, type JSX, type KeyboardEvent } from 'react'
import { hasWords } from '../../../texts/hasWords'
import { useTexts } from '../../../texts/texts'
import type { Choice } from './chips'
import classes from './list.module.css'

export interface FilterMenuProps {
  label: string
  choices: readonly Choice[]
  values: readonly string[]
  onChange: (values: readonly string[]) => void
  /** one value at most; the first choice stands for none */
  single?: boolean
}

/** From so many choices on, a field to find one stands above them. */
const SEARCHED_FROM = 14

export function FilterMenu(props: FilterMenuProps): JSX.Element {
  const { t, n } = useTexts()
  const [opened, { toggle, close }] = useDisclosure(false)
  const count = props.values.length
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant={count > 0 ? 'light' : 'default'}
          size="compact-md"
          className={classes['menuButton'] ?? ''}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-haspopup="dialog"
          onClick={toggle}
        >
          {props.label}
          {count > 0 && (
            <span className="seen-by-readers">, {t('labs.filter.chosen', { count, shown: n(count) })}</span>
          )}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['menu'] ?? ''} aria-label={props.label}>
        <Choosing {...props} onDone={close} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Choosing({
  label,
  choices,
  values,
  onChange,
  single = false,
  onDone,
}: FilterMenuProps & { onDone: () => void }): JSX.Element {
  const { t } = useTexts()
  const [typed, setTyped] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const found = typed.trim() === '' ? choices : choices.filter((choice) => hasWords(choice.label, typed))
  const toggle = (value: string): void => {
    if (single) onChange(value === '' ? [] : [value])
    else onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
  }
  return (
    <div onKeyDown={(event) => walk(event, list.current, onDone)}>
      {choices.length >= SEARCHED_FROM && (
        <TextInput
          aria-label={t('labs.filter.find')}
          placeholder={t('labs.filter.find')}
          value={typed}
          autoComplete="off"
          data-autofocus
          mb={6}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <div ref={list} role="group" aria-label={label} className={classes['choices']}>
        {found.map((choice, index) => (
          <ChoiceLine
            key={choice.value}
            choice={choice}
            heading={choice.group !== undefined && choice.group !== found[index - 1]?.group}
            single={single}
            checked={single ? (values[0] ?? '') === choice.value : values.includes(choice.value)}
            onToggle={() => toggle(choice.value)}
          />
        ))}
        {found.length === 0 && <p className={classes['noChoice']}>{t('labs.filter.nothing')}</p>}
      </div>
      {values.length > 0 && !single && (
        <Button variant="subtle" size="compact-sm" mt={6} onClick={() => onChange([])}>
          {t('labs.filter.clear')}
        </Button>
      )}
    </div>
  )
}

interface ChoiceLineProps {
  choice: Choice
  heading: boolean
  single: boolean
  checked: boolean
  onToggle: () => void
}

function ChoiceLine({ choice, heading, single, checked, onToggle }: ChoiceLineProps): JSX.Element {
  const name = useId()
  return (
    <>
      {heading && <p className={classes['group']}>{choice.group}</p>}
      <label className={classes['choice']}>
        <input type={single ? 'radio' : 'checkbox'} name={name} checked={checked} onChange={onToggle} />
        <span>{choice.label}</span>
      </label>
    </>
  )
}

/** ↑ ↓ between the choices (and the field above them); Enter is done. */
function walk(event: KeyboardEvent, list: HTMLElement | null, onDone: () => void): void {
  if (event.nativeEvent.isComposing || list === null) return
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
    event.preventDefault()
    onDone()
    return
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const inputs = [...list.querySelectorAll<HTMLInputElement>('input')]
  const at = inputs.findIndex((input) => input === document.activeElement)
  inputs[Math.min(inputs.length - 1, Math.max(0, at + step))]?.focus()
}
