// The chosen pair in full, every field of both sides; a pair that is only likely can be made sure here: the later line then continues the earlier.
import { Button } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import type { JSX } from 'react'
import type { LinePair } from '../../../db/model/scope/compare'
import type { AnnexLine } from '../../../db/model/shapes/scope'
import { call } from '../../api'
import { toast } from '../../components/toast'
import { failureSentence } from '../../texts/failureText'
import { useTexts } from '../../texts/texts'
import { useCanEdit } from '../../useCanEdit'
import { pairWords } from './compareColumns'
import classes from './scope.module.css'

const fields = [
  'matrixVi',
  'testVi',
  'quantity',
  'range',
  'cmc',
  'method',
  'methodEdition',
  'technique',
  'matrixEn',
  'testEn',
  'inclusion',
  'site',
  'note',
] as const

export function PairInFull({ pair, seq }: { pair: LinePair<AnnexLine>; seq: number }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const canEdit = useCanEdit()
  const { before, after } = pair
  const valueOf = (line: AnnexLine | null, field: (typeof fields)[number]): string => {
    if (line === null) return ''
    if (field === 'site') return line.siteName ?? ''
    return field === 'inclusion' ? t(`records.choices.inclusions.${line.inclusion}`) : (line[field] ?? '')
  }
  const link = async (): Promise<void> => {
    if (before === null || after === null) return
    const answer = await call('scope.save', { id: after.id, seen: seq, change: { continues: before.id } })
    if (answer.ok) toast({ text: t('scope.compare.linked') })
    else toast({ tone: 'failed', text: failureSentence(t, answer.error) })
  }
  const shown = fields.filter((field) => valueOf(before, field) !== '' || valueOf(after, field) !== '')
  return (
    <section className={classes['pair']} aria-label={t('scope.compare.pair')}>
      <header>
        <h2>{pairWords(texts, pair)}</h2>
        {!pair.sure && canEdit && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconLink size={14} aria-hidden />}
            onClick={() => void link()}
          >
            {t('scope.compare.same')}
          </Button>
        )}
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('scope.compare.columns.field')}</th>
            <th scope="col">{t('scope.compare.from')}</th>
            <th scope="col">{t('scope.compare.to')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => {
            const [old, now] = [valueOf(before, field), valueOf(after, field)]
            const differs = before !== null && after !== null && old !== now
            return (
              <tr key={field} data-differs={differs || undefined}>
                <th scope="row">{t(`scope.columns.${field}`)}</th>
                <td>{differs ? <del className={classes['old']}>{old || '—'}</del> : old || '—'}</td>
                <td>{differs ? <ins className={classes['now']}>{now || '—'}</ins> : now || '—'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
