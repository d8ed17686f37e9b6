// An accreditation code as printed. The text stays as typed; below it stands the canonical form, or what was probably meant.
// A code of no known scheme is kept as it is; one that cannot be a code (VILAS 18O) is not let through.
import { TextInput } from '@mantine/core'
import { useState, type JSX } from 'react'
import type { FieldValues } from 'react-hook-form'
import { codeOffers, parseCode, type CodeResult, type CodeScheme } from '../../../db/model/codes/parse'
import { useTexts } from '../../texts/texts'
import { useField, type FieldProps } from './field'
import { ruleText } from './fieldError'
import classes from './fields.module.css'
import { OfferButton } from './OfferButton'

export interface CodeFieldProps<V extends FieldValues> extends FieldProps<V> {
  /** what the form says the scheme is: a bare number is then offered with its prefix */
  scheme?: CodeScheme
}

const read = (text: string, scheme: CodeScheme | undefined): CodeResult =>
  parseCode(text, scheme === undefined ? {} : { scheme })

/** Rule key of what is wrong with a code; null for a good one, an empty one, and one of a scheme we do not know. */
export function codeRule(text: string, scheme?: CodeScheme): string | null {
  const result = read(text, scheme)
  return result.ok || result.problem === 'empty' || result.problem === 'unknown_scheme'
    ? null
    : `code.${result.problem}`
}

export function CodeField<V extends FieldValues>(props: CodeFieldProps<V>): JSX.Element {
  const texts = useTexts()
  const { value, change, leave, bind, common } = useField(props, (typed) =>
    typeof typed === 'string' ? codeRule(typed, props.scheme) : null,
  )
  const text = (value as string | null | undefined) ?? ''
  const [left, setLeft] = useState(false)
  const result = read(text, props.scheme)
  const offers = codeOffers(text, props.scheme === undefined ? {} : { scheme: props.scheme })
  const rule = codeRule(text, props.scheme)
  const failed = rule !== null && (left || common.error !== null)
  const set = (next: string): void => change(next === '' ? null : next)
  return (
    <div data-field>
      <TextInput
        {...common}
        {...bind}
        error={failed ? ruleText(texts, rule, { typed: text }) : rule === null ? common.error : null}
        description={failed ? null : <Understood result={result} hint={props.hint} />}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setLeft(false)
          set(event.currentTarget.value)
        }}
        onBlur={() => {
          setLeft(true)
          leave()
        }}
      />
      {offers.length > 0 && (
        <div className={classes['offer']}>
          {offers.map((code) => (
            <OfferButton key={code} onTake={() => set(code)}>
              {texts.t('common.code.suggest', { code })}
            </OfferButton>
          ))}
        </div>
      )}
    </div>
  )
}

function Understood({ result, hint }: { result: CodeResult; hint: string | undefined }): JSX.Element {
  const { t } = useTexts()
  if (result.ok)
    return (
      <output className={classes['understood']}>{t('common.code.understood', { code: result.value.canonical })}</output>
    )
  if (result.problem === 'unknown_scheme') return <output>{t('common.code.unknown')}</output>
  return <span>{hint ?? t('common.code.hint')}</span>
}
