// Makes a register: its kind and its name. The name follows the kind until somebody types one.
import { Button, Radio, TextInput } from '@mantine/core'
import { useRef, useState, type JSX } from 'react'
import { Panel } from '../../components/Page'
import { useOpening } from '../../stores/opening'
import { useTexts, type Translate } from '../../texts/texts'
import { useRegisters } from '../../useRegisters'
import classes from './start.module.css'

const kinds = ['quang-ninh', 'sample', 'empty'] as const
type Kind = (typeof kinds)[number]
const isKind = (text: string | undefined): text is Kind => (kinds as readonly (string | undefined)[]).includes(text)

const MOST_LETTERS = 80

/** A name that says what is in it; an empty register has none before somebody gives it one. */
const nameOf = (t: Translate, kind: Kind): string => (kind === 'empty' ? '' : t(`start.new.kinds.${kind}.name`))

export interface NewRegisterProps {
  /** the kind to begin with */
  kind: string | undefined
  /** the focus goes here when the screen is shown */
  focused: boolean
}

export function NewRegister({ kind: first, focused }: NewRegisterProps): JSX.Element {
  const { t } = useTexts()
  const busy = useOpening((opening) => opening.busy)
  const { create } = useRegisters()
  const [kind, setKind] = useState<Kind>(isKind(first) ? first : 'quang-ninh')
  /** null: nobody typed one */
  const [typed, setTyped] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const name = typed ?? nameOf(t, kind)
  const problem = problemOf(t, name)

  const submit = (): void => {
    setTried(true)
    if (problem !== null) return field.current?.focus()
    create({ kind, name: name.trim() })
  }
  return (
    <Panel title={t('start.new.title')}>
      <form
        className={classes['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Radio.Group label={t('start.new.kind')} value={kind} onChange={(value) => isKind(value) && setKind(value)}>
          <div className={classes['kinds']}>
            {kinds.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`start.new.kinds.${each}.name`)}
                description={t(`start.new.kinds.${each}.text`)}
                {...(focused && each === kind && { 'data-autofocus': true })}
              />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          ref={field}
          label={t('start.new.name')}
          description={t('start.new.nameHint')}
          withAsterisk
          aria-required
          autoComplete="off"
          value={name}
          error={tried ? problem : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className={classes['foot']}>
          <Button type="submit" loading={busy}>
            {t('start.new.submit')}
          </Button>
          <span className={classes['dim']}>{t('start.new.where')}</span>
        </div>
      </form>
    </Panel>
  )
}

function problemOf(t: Translate, name: string): string | null {
  const length = name.trim().normalize('NFC').length
  if (length === 0) return t('start.new.nameMissing')
  return length > MOST_LETTERS ? t('start.new.nameLong') : null
}
