// The scope lines of one accreditation: as high as its lines need, up to a screenful; the chosen line stands below in full, because
// cells of annexes are often longer than a row.
import { Button } from '@mantine/core'
import { useState, type JSX } from 'react'
import type { AccreditationPage, ScopeLine } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { useRowHeight } from '../../../components/density'
import type { Column } from '../../../components/grid/column'
import { DataGrid } from '../../../components/grid/DataGrid'
import { LoadFailed } from '../../../components/LoadFailed'
import { Facts } from '../../../components/Page'
import { TableExport } from '../../../exports/TableExport'
import { useGridLayout } from '../../../stores/layouts'
import { useNavigation } from '../../../stores/navigation'
import { useTexts } from '../../../texts/texts'
import { useRows } from '../../../useRows'
import { openForm } from '../forms/openForm'
import classes from './scope.module.css'
import ink from './ink.module.css'
import { bothWords, methodOf, SCOPE_LAYOUT } from './scopeColumns'
import { accreditationName } from './wording'

export interface ScopeGridProps {
  accreditation: AccreditationPage
  page: LabPage
  text: string
  columns: readonly Column<ScopeLine>[]
  canEdit: boolean
  onClear: () => void
}

const MOST_ROWS = 12
const FEWEST_ROWS = 3
const keyOf = (line: ScopeLine): string => line.id

export function ScopeGrid({ accreditation, page, text, columns, canEdit, onClear }: ScopeGridProps): JSX.Element {
  const texts = useTexts()
  const { t, n } = texts
  const rowHeight = useRowHeight()
  const [layout, setLayout] = useGridLayout(SCOPE_LAYOUT)
  const [line, setLine] = useState<ScopeLine | undefined>()
  const question = { accreditation: accreditation.id, day: page.day }
  const rows = useRows('scope.list', { ...question, ...(text.trim() === '' ? {} : { text: text.trim() }) })
  const all = useRows('scope.list', question)
  const code = accreditationName(texts, accreditation)
  const edit = (chosen: ScopeLine): void =>
    openForm({
      form: 'scopeLine',
      laboratory: page.id,
      accreditation: accreditation.id,
      annex: chosen.annex,
      id: chosen.id,
    })
  const height = (Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, rows.count)) + 1) * rowHeight + 2
  const shown = n(rows.count)
  return (
    <div className={classes['scope']}>
      <header>
        <h3>{code}</h3>
        <output>
          {rows.count === all.count
            ? t('labPage.scope.count', { count: rows.count, shown })
            : t('labPage.scope.found', { count: all.count, shown, all: n(all.count) })}
        </output>
        {canEdit && <EnterMany page={page} accreditation={accreditation} line={line} />}
        <TableExport
          small
          id="scope.export"
          title={t('labPage.scope.grid', { code })}
          about={[page.nameVi, ...(text.trim() === '' ? [] : [t('exports.about.filter', { words: text.trim() })])]}
          {...{ columns, layout }}
          count={rows.count}
          rows={(most) => rows.loadRows(0, most - 1)}
        />
      </header>
      {rows.error !== null ? (
        <LoadFailed error={rows.error} onRetry={rows.refetch} />
      ) : (
        <div className={classes['scopeGrid']} style={{ height }}>
          <DataGrid
            label={t('labPage.scope.grid', { code })}
            columns={columns}
            count={rows.count}
            rowAt={rows.rowAt}
            rowKey={keyOf}
            onRange={rows.onRange}
            loadRows={rows.loadRows}
            selection="multi"
            onActive={setLine}
            {...(canEdit && { onOpen: edit, onEdit: edit })}
            layout={layout}
            onLayout={setLayout}
            busy={rows.state === 'pending'}
            empty={
              rows.state === 'ready' && <Nothing text={text} recorded={accreditation.scopeLines} onClear={onClear} />
            }
          />
        </div>
      )}
      {line !== undefined && <LineInFull line={line} />}
    </div>
  )
}

/** To the grid of many lines: of the chosen line's annex, else of the latest that has lines. */
function EnterMany({
  page,
  accreditation,
  line,
}: Pick<ScopeGridProps, 'page' | 'accreditation'> & { line: ScopeLine | undefined }): JSX.Element | null {
  const { t } = useTexts()
  const annexes = accreditation.decisions.flatMap((decision) => decision.annexes)
  const annex = line?.annex ?? annexes.findLast(({ lines }) => lines > 0)?.id
  if (annex === undefined) return null
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      onClick={() => useNavigation.getState().go('scopeEntry', { laboratory: page.id, annex })}
    >
      {t('scope.enter')}
    </Button>
  )
}

function Nothing({ text, recorded, onClear }: { text: string; recorded: number; onClear: () => void }): JSX.Element {
  const { t, n } = useTexts()
  if (text.trim() === '')
    return <p className={ink['dim']}>{t('labPage.scope.noneOnDay', { count: recorded, shown: n(recorded) })}</p>
  return (
    <p className={ink['dim']} role="status">
      {t('labPage.scope.nothing', { text: text.trim() })}{' '}
      <Button variant="subtle" size="compact-sm" onClick={onClear}>
        {t('labPage.scope.clear')}
      </Button>
    </p>
  )
}

function LineInFull({ line }: { line: ScopeLine }): JSX.Element {
  const { t } = useTexts()
  const facts = [
    { label: t('labPage.scope.columns.matrix'), value: bothWords(line.matrixVi, line.matrixEn) },
    { label: t('labPage.scope.columns.test'), value: bothWords(line.testVi, line.testEn) },
    {
      label: t('labPage.scope.columns.english'),
      value: line.testVi === null ? null : [line.matrixEn, line.testEn].filter(Boolean).join(' – '),
    },
    { label: t('labPage.scope.columns.technique'), value: line.technique },
    { label: t('labPage.scope.columns.range'), value: line.range },
    { label: t('labPage.scope.columns.cmc'), value: line.cmc },
    { label: t('labPage.scope.columns.method'), value: methodOf(line) },
    { label: t('labPage.scope.columns.field'), value: line.field?.name },
    { label: t('labPage.scope.columns.site'), value: line.site?.name },
    { label: t('labPage.scope.columns.inclusion'), value: t(`records.choices.inclusions.${line.inclusion}`) },
    { label: t('labPage.scope.columns.note'), value: line.note },
  ]
  return (
    <section className={classes['line']} aria-label={t('labPage.scope.line')}>
      <Facts facts={facts.filter(({ value }) => value !== null && value !== undefined && value !== '')} />
    </section>
  )
}
