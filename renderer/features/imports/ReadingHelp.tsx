// A file that could not be read as it is: its letters before and after conversion, or how it is to be read.
import { Button } from '@mantine/core'
import type { JSX } from 'react'
import type { ImportLook } from '../../../db/model/shapes/exchange'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { inputOf, readWith, useImportStore, type Source } from './importStore'
import classes from './imports.module.css'
import { ReadingPanel } from './ReadingPanel'

const LETTERS = /^file\.(?:tcvn3|vni|windows1258)$/
/** Refusals that another way of reading can help against. */
const READABLE = /^file\.(?:no_header|heading_twice|no_such_sheet|empty$)/

export function ReadingHelp({ file, rule = '' }: { file: Source; rule: string | undefined }): JSX.Element | null {
  if (READABLE.test(rule)) return <ReadingPanel file={file} onClose={null} />
  return LETTERS.test(rule) ? <LettersOf file={file} /> : null
}

function LettersOf({ file }: { file: Source }): JSX.Element | null {
  const choices = useImportStore((state) => state.choices)
  const look = useCall('exchange.importLook', { ...inputOf(file), choices })
  return look.state === 'ready' && look.data.legacy !== null ? <Letters legacy={look.data.legacy} /> : null
}

function Letters({ legacy }: { legacy: NonNullable<ImportLook['legacy']> }): JSX.Element {
  const { t } = useTexts()
  return (
    <div className={classes['help']}>
      <table className={classes['letters']}>
        <thead>
          <tr>
            <th>{t('importReading.before')}</th>
            <th>{t('importReading.after')}</th>
          </tr>
        </thead>
        <tbody>
          {legacy.samples.map(({ before, after }) => (
            <tr key={before}>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes['buttons']}>
        <Button onClick={() => void readWith({ text: legacy.kind })}>{t('importReading.convert')}</Button>
        {legacy.kind !== 'windows-1258' && (
          <Button variant="default" onClick={() => void readWith({ text: 'as_is' })}>
            {t('importReading.asIs')}
          </Button>
        )}
      </div>
    </div>
  )
}
