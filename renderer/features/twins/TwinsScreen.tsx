// “Phòng có thể trùng”: pairs that may be one laboratory, with the reasons; below the list what to do about the chosen one. What a person
// has called two stands in a list of its own and can be called back.
import { Button } from '@mantine/core'
import { IconCopyCheck } from '@tabler/icons-react'
import { useRef, useState, type JSX } from 'react'
import type { ToldApart, TwinLab, TwinList, TwinPair } from '../../../db/model/shapes/twins'
import { useActions } from '../../actions/action'
import { EmptyState } from '../../components/EmptyState'
import type { Column } from '../../components/grid/column'
import { DataGrid } from '../../components/grid/DataGrid'
import { LoadFailed } from '../../components/LoadFailed'
import { Page } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { Toolbar } from '../../components/Toolbar'
import type { ScreenProps } from '../../screens'
import { TableExport } from '../../exports/TableExport'
import { useGridLayout } from '../../stores/layouts'
import { useNavigation } from '../../stores/navigation'
import { formatInstant } from '../../texts/instants'
import { useTexts, type Texts } from '../../texts/texts'
import { reasonWords } from '../../texts/twinWords'
import { useArrival } from '../../useArrival'
import { useCall } from '../../useCall'
import { useCanEdit } from '../../useCanEdit'
import { tellApart } from './deeds'
import { PairFacts } from './PairFacts'
import classes from './twins.module.css'

const MOST = 500
type Row = TwinPair | ToldApart
type Labs = readonly [TwinLab, TwinLab]

export function TwinsScreen({ params }: ScreenProps): JSX.Element {
  const { t, n } = useTexts()
  const list = useCall('twins.list', { limit: MOST })
  if (list.state === 'error') return <LoadFailed error={list.error} onRetry={list.refetch} />
  if (list.state !== 'ready') return <Skeleton lines={9} />
  const { total } = list.data
  const apart = params['list'] === 'apart'
  return (
    <Page
      fill
      title={t('twins.title')}
      line={t('twins.line', { count: total, shown: n(total) })}
      actions={<PairsExport key={String(apart)} rows={apart ? list.data.toldApart : list.data.rows} apart={apart} />}
      toolbar={<Lists data={list.data} apart={apart} />}
    >
      <Pairs key={String(apart)} rows={apart ? list.data.toldApart : list.data.rows} apart={apart} />
    </Page>
  )
}

function Lists({ data, apart }: { data: TwinList; apart: boolean }): JSX.Element {
  const { t, n } = useTexts()
  const button = (label: string, count: number, chosen: boolean): JSX.Element => (
    <button
      type="button"
      className={classes['pick']}
      aria-pressed={chosen === apart}
      onClick={() => useNavigation.getState().amend({ list: chosen ? 'apart' : 'open' })}
    >
      {label} <strong>{n(count)}</strong>
    </button>
  )
  return (
    <Toolbar label={t('twins.listsLabel')}>
      {button(t('twins.toCheck'), data.total, false)}
      {button(t('twins.toldApart'), data.toldApart.length, true)}
    </Toolbar>
  )
}

const openPair = ([a, b]: Labs): void => useNavigation.getState().go('twinCompare', { keep: a.id, other: b.id })

function columnsOf(texts: Texts, rows: readonly Row[], apart: boolean): Column<Row>[] {
  const { t, language } = texts
  const lab = (at: 0 | 1): Column<Row> => ({
    id: at === 0 ? 'first' : 'second',
    label: t(at === 0 ? 'twins.first' : 'twins.second'),
    width: 250,
    grow: 2,
    fixed: true,
    text: ({ labs }) => labs[at].nameVi,
  })
  const why = (row: Row): string => ('reasons' in row ? reasonWords(texts, row.reasons) : (row.reason ?? ''))
  const reason = { id: 'why', label: t(apart ? 'twins.reasonGiven' : 'twins.why'), width: 260, grow: 2, text: why }
  if (!apart) return [lab(0), lab(1), reason]
  const told = (words: (row: ToldApart) => string) => (row: Row) => ('by' in row ? words(row) : '')
  return [
    lab(0),
    lab(1),
    ...(rows.some((row) => why(row) !== '') ? [reason] : []),
    { id: 'by', label: t('twins.by'), width: 140, text: told(({ by }) => by) },
    { id: 'at', label: t('twins.at'), width: 140, text: told(({ at }) => formatInstant(at, language)) },
  ]
}

function PairsExport({ rows, apart }: { rows: readonly Row[]; apart: boolean }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const [layout] = useGridLayout(apart ? 'twinsApart' : 'twins')
  return (
    <TableExport
      id="twins.export"
      title={t('twins.title')}
      about={[t('exports.about.list', { name: t(apart ? 'twins.toldApart' : 'twins.toCheck') })]}
      columns={columnsOf(texts, rows, apart)}
      layout={layout}
      count={rows.length}
      rows={(most) => rows.slice(0, most)}
    />
  )
}

function Pairs({ rows, apart }: { rows: readonly Row[]; apart: boolean }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const canEdit = useCanEdit()
  const [layout, setLayout] = useGridLayout(apart ? 'twinsApart' : 'twins')
  const [place, setPlace] = useState(0)
  const grid = useRef<HTMLDivElement | null>(null)
  useArrival(String(apart))
  const chosen = rows[Math.max(0, Math.min(place, rows.length - 1))]
  const decide = (): void => {
    if (chosen !== undefined && canEdit) void tellApart(texts, chosen.labs, !apart).then(() => grid.current?.focus())
  }
  const verdict = apart ? 'twins.revoke' : 'twins.different'
  const when = (): boolean => canEdit && chosen !== undefined
  useActions([{ id: 'twins.different', label: verdict, shortcut: 'Ctrl+H', when, run: decide }])
  return (
    <div className={classes['list']}>
      <DataGrid
        ref={grid}
        label={apart ? t('twins.toldApart') : t('twins.title')}
        columns={columnsOf(texts, rows, apart)}
        count={rows.length}
        rowAt={(index) => rows[index]}
        rowKey={({ labs }) => labs.map(({ id }) => id).join(' ')}
        onActive={(_row, index) => setPlace(index)}
        onOpen={({ labs }) => openPair(labs)}
        layout={layout}
        onLayout={setLayout}
        empty={<Nothing apart={apart} />}
      />
      {chosen !== undefined && (
        <section className={classes['chosen']} aria-label={t('twins.title')}>
          <PairFacts labs={chosen.labs} />
          <div className={classes['deeds']}>
            {canEdit && (
              <Button variant="default" title="Ctrl+H" aria-keyshortcuts="Control+H" onClick={decide}>
                {t(verdict)}
              </Button>
            )}
            <Button onClick={() => openPair(chosen.labs)}>{t('twins.compare')}</Button>
          </div>
        </section>
      )}
    </div>
  )
}

function Nothing({ apart }: { apart: boolean }): JSX.Element {
  const { t } = useTexts()
  if (apart) return <EmptyState icon={IconCopyCheck} title={t('twins.noneApart')} />
  return <EmptyState icon={IconCopyCheck} title={t('twins.empty.title')} text={t('twins.empty.text')} />
}
