// “So hai phụ lục”: two issues of one accreditation line by line, the differences counted and filtered, and what kind of decision they look like.
import { Button, NativeSelect } from '@mantine/core'
import { IconArrowLeft, IconFileOff } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import type { LabPage } from '../../../db/model/shapes/lab'
import type { AnnexComparison } from '../../../db/model/shapes/scope'
import type { LinePair } from '../../../db/model/scope/compare'
import type { AnnexLine } from '../../../db/model/shapes/scope'
import { useActions } from '../../actions/action'
import { EmptyState } from '../../components/EmptyState'
import { DataGrid } from '../../components/grid/DataGrid'
import { LoadFailed } from '../../components/LoadFailed'
import { Page } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import type { ScreenProps } from '../../screens'
import { useDay } from '../../stores/day'
import { useGridLayout } from '../../stores/layouts'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { annexChoices } from './annexChoices'
import { useCompareColumns } from './compareColumns'
import { filters, isIn, PairFilter, type Filter } from './PairFilter'
import { PairInFull } from './PairInFull'
import classes from './scope.module.css'
import { useArrival } from '../../useArrival'

type Pair = LinePair<AnnexLine>

export function CompareScreen({ params }: ScreenProps): JSX.Element {
  const { t } = useTexts()
  const { laboratory = '', from = '', to = '' } = params
  const lab = useCall('labs.get', { id: laboratory, day: useDay() }, { keep: false })
  const compared = useCall('annexes.compare', { from, to })
  const failed = [lab, compared].find((load) => load.state === 'error')
  if (failed?.state === 'error')
    return failed.error.code === 'not_found' || failed.error.code === 'invalid_input' ? (
      <EmptyState
        icon={IconFileOff}
        title={t('scope.entry.notFound')}
        text={t('scope.entry.notFoundText')}
        action={
          <Button data-autofocus onClick={() => useNavigation.getState().go('labs')}>
            {t('labPage.notFound.back')}
          </Button>
        }
      />
    ) : (
      <LoadFailed error={failed.error} onRetry={failed.refetch} />
    )
  if (lab.state !== 'ready' || compared.state !== 'ready') return <Skeleton lines={9} />
  return <Compared lab={lab.data} compared={compared.data} />
}

function Compared({ lab, compared }: { lab: LabPage; compared: AnnexComparison }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const [filter, setFilter] = useState<Filter>('different')
  const [active, setActive] = useState<Pair | undefined>()
  const [layout, setLayout] = useGridLayout('scopeCompare')
  const columns = useCompareColumns()
  const { pairs, from, to } = compared
  const known = filters.filter(
    (each) => each === 'all' || each === 'different' || pairs.some((pair) => isIn(pair, each)),
  )
  const shown = known.includes(filter) ? filter : 'different'
  const rows = pairs.filter((pair) => isIn(pair, shown))
  useArrival(shown)
  const step = (by: number): void => setFilter(known[(known.indexOf(shown) + by + known.length) % known.length]!)
  useActions([
    { id: 'scope.nextFilter', label: 'scope.keys.nextFilter', shortcut: 'Ctrl+PageDown', run: () => step(1) },
    { id: 'scope.previousFilter', label: 'scope.keys.previousFilter', shortcut: 'Ctrl+PageUp', run: () => step(-1) },
  ])
  return (
    <Page
      fill
      title={t('scope.compare.title')}
      line={[lab.nameVi, to.code].filter(Boolean).join(' · ')}
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => useNavigation.getState().go('lab', { id: lab.id, section: 'decisions' })}
        >
          {t('scope.back')}
        </Button>
      }
      toolbar={
        <>
          <Sides lab={lab} from={from.id} to={to.id} accreditation={to.accreditation} />
          <p className={classes['suggestion']} role="status">
            {t(`scope.suggestions.${compared.suggestion}`)}
          </p>
          <PairFilter filters={known} pairs={pairs} chosen={shown} onChoose={setFilter} />
        </>
      }
    >
      <DataGrid
        key={shown}
        label={t('scope.compare.grid')}
        columns={columns}
        count={rows.length}
        rowAt={(index) => rows[index]}
        rowKey={(pair) => `${pair.before?.id ?? ''} ${pair.after?.id ?? ''}`}
        onActive={setActive}
        layout={layout}
        onLayout={setLayout}
        empty={pairs.length === 0 ? t('scope.compare.noLines') : t('scope.compare.nothing')}
      />
      {active !== undefined && rows.includes(active) && <PairInFull pair={active} seq={compared.seq} />}
    </Page>
  )
}

/** Which two are compared; changing one goes to another place of the same screen, without a step back for each try. */
function Sides({
  lab,
  from,
  to,
  accreditation,
}: {
  lab: LabPage
  from: string
  to: string
  accreditation: string
}): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const choices = annexChoices(texts, lab, accreditation)
  const { amend } = useNavigation.getState()
  const side = (name: 'from' | 'to', value: string): JSX.Element => (
    <NativeSelect
      label={t(`scope.compare.${name}`)}
      value={value}
      data={choices}
      onChange={(event) => amend({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <div className={classes['sides']}>
      {side('from', from)}
      {side('to', to)}
    </div>
  )
}
