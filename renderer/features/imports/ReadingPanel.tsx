// How a file is read, always within reach: what its rows are, which sheet, where the headings stand, what each column means, what tells the
// laboratory, what a blank cell means. Nothing is read anew before the button; the columns are then remembered for this form.
import { Button, NativeSelect } from '@mantine/core'
import { useState, type JSX } from 'react'
import {
  isAboutLabs,
  KEEP,
  keyChoices,
  targetKeys,
  targets,
  type ImportChoices,
  type KeyChoice,
  type Target,
} from '../../../db/model/imports'
import type { ImportLook } from '../../../db/model/shapes/exchange'
import { say } from '../../../db/model/texts/say'
import { Skeleton } from '../../components/Skeleton'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { inputOf, readAs, readAsUsual, useImportStore, type Source } from './importStore'
import classes from './imports.module.css'

type Draft = Pick<ImportChoices, 'target' | 'sheet' | 'headerRow' | 'key' | 'blank'>

export interface ReadingPanelProps {
  file: Source
  /** the way back to the rows; null: there are none yet */
  onClose: (() => void) | null
}

export function ReadingPanel({ file, onClose }: ReadingPanelProps): JSX.Element | null {
  const { t } = useTexts()
  const choices = useImportStore((state) => state.choices)
  const [draft, setDraft] = useState<Draft>({})
  const [columns, setColumns] = useState<Readonly<Record<number, string>>>({})
  const now = { ...choices, ...draft }
  const target = now.target ?? 'registry'
  // other rows or another sheet have other columns: those that were chosen before do not fit
  const fresh = ['target', 'sheet', 'headerRow'].some((key) => key in draft)
  const { columns: chosen, text, sheet, headerRow } = now
  const look = useCall('exchange.importLook', {
    ...inputOf(file),
    choices: {
      target,
      ...(sheet !== undefined && { sheet }),
      ...(headerRow !== undefined && { headerRow }),
      ...(text !== undefined && { text }),
      ...(!fresh && chosen !== undefined && { columns: chosen }),
    },
  })
  if (look.state === 'pending') return <Skeleton lines={6} />
  if (look.state !== 'ready') return null
  const change = (part: Draft): void => {
    setColumns({})
    setDraft({ ...draft, ...part })
  }
  const row = look.data.header?.row ?? now.headerRow ?? look.data.rows[0]?.row ?? 1
  const held = columnsOf(look.data, row)
  const picked = held.map(({ key }, at) => columns[at] ?? key)
  return (
    <section className={classes['readingPanel']} aria-label={t('importReading.panel.title')}>
      <div className={classes['ways']}>
        <WhatAndWhere look={look.data} target={target} sheet={sheet} row={row} onChange={change} />
        {isAboutLabs(target) && <HowToMatch now={now} onChange={(part) => setDraft({ ...draft, ...part })} />}
      </div>
      <Mapping
        target={target}
        held={held}
        picked={picked}
        onPick={(at, key) => setColumns({ ...columns, [at]: key })}
      />
      <div className={classes['buttons']}>
        <Button
          disabled={!isEnough(target, picked) || look.refreshing}
          onClick={() =>
            void readAs({
              ...draft,
              target,
              headerRow: row,
              columns: picked.map((key) => key || null),
              ...(look.data.sheets.length > 0 && { sheet: look.data.sheet }),
            })
          }
        >
          {t('importReading.read')}
        </Button>
        <Button variant="default" onClick={() => void readAsUsual()}>
          {t('importReading.panel.usual')}
        </Button>
        {onClose !== null && (
          <Button variant="subtle" onClick={onClose}>
            {t('importReading.panel.close')}
          </Button>
        )}
        <p className={classes['dim']}>
          {t(isEnough(target, picked) ? 'importReading.panel.remembers' : `importReading.panel.needs.${target}`)}
        </p>
      </div>
    </section>
  )
}

/** What the rows of such a file cannot do without. */
function isEnough(target: Target, picked: readonly string[]): boolean {
  const has = (...keys: string[]): boolean => keys.some((key) => picked.includes(key))
  if (target === 'decisions') return has('codes') && has('decisionNumber')
  if (target === 'scope') return has('codes') && has('test', 'matrix', 'quantity')
  return has('nameVi', 'id') || (target === 'accreditations' && has('codes'))
}

interface HeldColumn {
  heading: string | null
  /** '': left out */
  key: string
  samples: string
}

/** Columns of the row of headings, with what stands below them. */
function columnsOf(look: ImportLook, row: number): HeldColumn[] {
  const at = look.rows.findIndex((each) => each.row === row)
  const below = look.rows.slice(at + 1)
  const known = look.header?.row === row ? look.header.columns : []
  const width = Math.max(known.length, look.rows[at]?.cells.length ?? 0)
  return Array.from({ length: width }, (_, place) => ({
    heading: (known[place]?.heading || look.rows[at]?.cells[place]) ?? null,
    key: known[place]?.kept ? KEEP : (known[place]?.key ?? ''),
    samples: [...new Set(below.flatMap(({ cells }) => cells[place] ?? []))].slice(0, 3).join(' · '),
  }))
}

interface WhatAndWhereProps {
  look: ImportLook
  target: Target
  sheet: string | undefined
  row: number
  onChange: (part: Draft) => void
}

function WhatAndWhere({ look, target, sheet, row, onChange }: WhatAndWhereProps): JSX.Element {
  const { t } = useTexts()
  return (
    <>
      <NativeSelect
        label={t('importReading.panel.target')}
        value={target}
        data={targets.map((value) => ({ value, label: t(`importReading.targets.${value}`) }))}
        onChange={(event) => onChange({ target: event.currentTarget.value as Target })}
      />
      {look.sheets.length > 0 && (
        <NativeSelect
          label={t('importReading.panel.sheet')}
          value={sheet ?? look.sheet}
          data={look.sheets.map(({ name, hidden }) => ({
            value: name,
            label: hidden ? t('importReading.panel.hidden', { name }) : name,
          }))}
          onChange={(event) => onChange({ sheet: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label={t('importReading.headerRow')}
        value={String(row)}
        data={look.rows.map((each) => ({
          value: String(each.row),
          label: `${each.row}: ${each.cells.filter((cell) => cell !== null).join(' | ')}`.slice(0, 100),
        }))}
        onChange={(event) => onChange({ headerRow: Number(event.currentTarget.value) })}
      />
    </>
  )
}

function HowToMatch({ now, onChange }: { now: Draft; onChange: (part: Draft) => void }): JSX.Element {
  const { t } = useTexts()
  return (
    <>
      <NativeSelect
        label={t('importReading.panel.key')}
        value={now.key ?? 'auto'}
        data={keyChoices.map((value) => ({ value, label: t(`importReading.keys.${value}`) }))}
        onChange={(event) => onChange({ key: event.currentTarget.value as KeyChoice })}
      />
      <NativeSelect
        label={t('importReading.panel.blank')}
        value={now.blank ?? 'keep'}
        data={(['keep', 'clear'] as const).map((value) => ({ value, label: t(`importReading.blanks.${value}`) }))}
        onChange={(event) => onChange({ blank: event.currentTarget.value as 'keep' | 'clear' })}
      />
    </>
  )
}

interface MappingProps {
  target: Target
  held: readonly HeldColumn[]
  picked: readonly string[]
  onPick: (at: number, key: string) => void
}

function Mapping({ target, held, picked, onPick }: MappingProps): JSX.Element {
  const { t, language } = useTexts()
  const options = [
    { value: '', label: t('importReading.leftOut') },
    ...targetKeys[target].map((key) => ({ value: key, label: say(language, `exchange.columns.${key}`) })),
    ...(isAboutLabs(target) && target !== 'accreditations' ? [{ value: KEEP, label: t('importReading.keep') }] : []),
  ]
  const twice = (key: string): boolean => key !== '' && key !== KEEP && picked.filter((each) => each === key).length > 1
  return (
    <div className={classes['mapping']}>
      <table className={classes['letters']}>
        <thead>
          <tr>
            <th>{t('importReading.panel.heading')}</th>
            <th>{t('importReading.panel.means')}</th>
            <th>{t('importReading.panel.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {held.map(({ heading, samples }, at) => {
            const name = heading ?? t('importReading.column', { number: at + 1 })
            const key = picked[at] ?? ''
            return (
              // the columns of one row in their places
              <tr key={at} data-out={key === '' || undefined}>
                <td>{name}</td>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={name}
                    data={
                      options.some(({ value }) => value === key)
                        ? options
                        : [...options, { value: key, label: t('importReading.panel.own') }]
                    }
                    value={key}
                    error={twice(key) ? t('importReading.panel.twice') : undefined}
                    onChange={(event) => onPick(at, event.currentTarget.value)}
                  />
                </td>
                <td className={classes['sample']} title={samples}>
                  {samples}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
