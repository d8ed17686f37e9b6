// A place to paste a table into: what comes in goes straight to its preview.
import { Textarea } from '@mantine/core'
import { useState, type JSX } from 'react'
import { say } from '../../../db/model/texts/say'
import { useTexts } from '../../texts/texts'
import { readFile } from './importStore'
import { tableIn } from './pasting'

export function PasteBox(): JSX.Element {
  const { t, language } = useTexts()
  const [none, setNone] = useState(false)
  return (
    <Textarea
      label={t('importReading.paste.label')}
      description={t('importReading.paste.hint')}
      rows={2}
      value=""
      error={none ? t('importReading.paste.none') : undefined}
      onChange={() => setNone(true)}
      onPaste={(event) => {
        event.preventDefault()
        const pasted = tableIn(event.clipboardData)
        setNone(pasted === null)
        if (pasted !== null) void readFile({ pasted, name: say(language, 'exchange.pasted') })
      }}
    />
  )
}
