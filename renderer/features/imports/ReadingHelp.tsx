// A file that could not be read as it is: its letters before and after conversion, or its columns to be named by a person.
import { Button, NativeSelect } from '@mantine/core'
import { useState, type JSX } from 'react'
import type { ImportChoices } from '../../../db/model/imports'
import type { ImportLook } from '../../../db/model/shapes/exchange'
import { say } from '../../../db/model/texts/say'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { readWith, useImportStore } from './importStore'
import classes from './imports.module.css'

/** What a column can be named as: the record id is last, as in an export. */
const named = [
  'nameVi',
  'nameEn',
  'owner',
  'sector',
  'address',
  'phone',
  'email',
  'website',
  'schemes',
  'codes',
  'standards',
  'fields',
  'decisionNumber',
  'effective',
  'decisionExpiry',
  'note',
  'id',
] as const

export function ReadingHelp({ file, rule }: { file: string; rule: string | undefined }): JSX.Element | null {
  const choices = useImportStore((state) => state.choices)
  const look = useCall('exchange.importLook', { file, choices })
  if (look.state !== 'ready') return null
  const { legacy } = look.data
  if (legacy !== null) return <Letters legacy={legacy} />
  return rule === 'file.no_header' || rule === 'file.heading_twice' ? <Columns look={look.data} /> : null
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

function Columns({ look }: { look: ImportLook }): JSX.Element {
  const { t, language } = useTexts()
  const [row, setRow] = useState(look.header?.row ?? look.rows[0]?.row ?? 1)
  const cells = look.rows.find((each) => each.row === row)?.cells ?? []
  const [chosen, setChosen] = useState<Record<number, string>>({})
  const options = [
    { value: '', label: t('importReading.leftOut') },
    ...named.map((key) => ({ value: key, label: say(language, `exchange.columns.${key}`) })),
    { value: 'keep', label: t('importReading.keep') },
  ]
  const known = (at: number): string => (look.header?.row === row ? (look.header.columns[at]?.key ?? '') : '')
  const columns: NonNullable<ImportChoices['columns']> = cells.map((_, at) => (chosen[at] ?? known(at)) || null)
  return (
    <div className={classes['help']}>
      <NativeSelect
        label={t('importReading.headerRow')}
        value={String(row)}
        data={look.rows.map((each) => ({
          value: String(each.row),
          label: `${each.row}: ${each.cells.filter((cell) => cell !== null).join(' | ')}`.slice(0, 100),
        }))}
        onChange={(event) => setRow(Number(event.currentTarget.value))}
      />
      <div className={classes['mapping']}>
        {cells.map((cell, at) => (
          <NativeSelect
            // the columns of one row in their places
            key={at}
            label={cell ?? t('importReading.column', { number: at + 1 })}
            data={options}
            value={chosen[at] ?? known(at)}
            onChange={(event) => setChosen({ ...chosen, [at]: event.currentTarget.value })}
          />
        ))}
      </div>
      <div className={classes['buttons']}>
        <Button
          disabled={!columns.includes('nameVi') && !columns.includes('id')}
          onClick={() =>
            void readWith({ headerRow: row, columns, ...(look.sheets.length > 0 && { sheet: look.sheet }) })
          }
        >
          {t('importReading.read')}
        </Button>
      </div>
    </div>
  )
}
