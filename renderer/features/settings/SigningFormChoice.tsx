// How papers are signed: by the head, or by somebody for the head. Saved as soon as it is chosen.
import { Select } from '@mantine/core'
import { useState, type JSX } from 'react'
import { isSigningForm, signingForms } from '../../../db/model/documents/office'
import { failureSentence } from '../../texts/failureText'
import { useTexts } from '../../texts/texts'
import { useSend } from '../../useCall'

const NONE = 'none'

export function SigningFormChoice({ stored, locked }: { stored: string; locked: boolean }): JSX.Element {
  const { t } = useTexts()
  const [send, busy] = useSend('settings.set')
  const [error, setError] = useState<string | null>(null)
  const choose = async (value: string | null): Promise<void> => {
    const answer = await send({ key: 'signing_form', value: value !== null && isSigningForm(value) ? value : null })
    setError(answer.ok ? null : failureSentence(t, answer.error))
  }
  return (
    <Select
      label={t('records.settings.signing_form')}
      description={t('settings.register.examples.signing_form')}
      allowDeselect={false}
      disabled={locked || busy}
      error={error}
      data={[NONE, ...signingForms].map((form) => ({
        value: form,
        label: t(`settings.register.forms.${form as 'none'}`),
      }))}
      value={stored === '' ? NONE : stored}
      onChange={(value) => void choose(value)}
    />
  )
}
