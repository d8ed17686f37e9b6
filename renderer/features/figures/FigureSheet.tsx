// One figure: its number and rule in words, what is published beside what can be shown, what changed, and the names.
import { Button } from '@mantine/core'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import type { JSX } from 'react'
import { formatDate } from '../../../db/model/dates/partial'
import type { Figure, FigureName } from '../../../db/model/shapes/figures'
import { useActions } from '../../actions/action'
import { copyText } from '../../components/copyText'
import { copyRows } from '../../components/grid/copy'
import { DataGrid } from '../../components/grid/DataGrid'
import { useGridLayout } from '../../stores/layouts'
import { TableExport } from '../../exports/TableExport'
import { useTexts, type Texts } from '../../texts/texts'
import { usePaper } from '../../usePaper'
import { useTimesLine } from '../../useTimesLine'
import { useNameColumns } from './columns'
import { CompareDay } from './CompareDay'
import { Difference } from './Difference'
import classes from './figures.module.css'
import { openLab } from './openLab'
import { PrintedNames } from './PrintedNames'

export interface FigureSheetProps {
  figure: Figure
  compareDay: string
  onCompare: (day: string) => void
}

const keyOf = ({ id }: FigureName): string => id

export function FigureSheet({ figure, compareDay, onCompare }: FigureSheetProps): JSX.Element {
  const texts = useTexts()
  const { t, n, language } = texts
  const [layout, setLayout] = useGridLayout('figures')
  const columns = useNameColumns(figure)
  const times = useTimesLine()
  const { printing, print } = usePaper()
  const copy = (): void => {
    const head = [`${figure.name}: ${n(figure.value)}`, figure.wording, times ?? formatDate(figure.day, language)]
    const names = copyRows(columns, figure.names).text
    void copyText(t, [...head, '', names].join('\r\n'), 'figures.copied')
  }
  useActions([
    { id: 'print', label: 'figures.print', shortcut: 'Ctrl+P', icon: IconPrinter, run: () => print() },
    { id: 'figures.copy', shortcut: 'Ctrl+Alt+G', label: 'figures.copy', icon: IconCopy, run: copy },
  ])
  return (
    <section className={classes['sheet']} aria-label={figure.name} data-printing={printing || undefined}>
      <header className={classes['head']}>
        <Head figure={figure} />
        <div className={classes['tools']}>
          <CompareDay key={compareDay} day={compareDay} onChange={onCompare} />
          <TableExport
            id="figures.export"
            title={figure.name}
            about={aboutFigure(figure, texts)}
            columns={columns}
            layout={layout}
            count={figure.names.length}
            rows={(most) => figure.names.slice(0, most)}
          />
          <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
            {t('figures.copy')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            title="Ctrl+P"
            aria-keyshortcuts="Control+P"
            onClick={() => print()}
          >
            {t('figures.print')}
          </Button>
        </div>
      </header>
      {figure.difference !== null && <Difference figure={figure} difference={figure.difference} />}
      {printing ? (
        <PrintedNames figure={figure} columns={columns} />
      ) : (
        <div className={classes['names']}>
          <DataGrid
            key={figure.rule}
            label={`${t('figures.names')}: ${figure.name}`}
            columns={columns}
            count={figure.names.length}
            rowAt={(index) => figure.names[index]}
            rowKey={keyOf}
            onOpen={openLab}
            layout={layout}
            onLayout={setLayout}
            empty={<p className={classes['none']}>{t('figures.none')}</p>}
          />
        </div>
      )}
    </section>
  )
}

/** The number, its rule, and what it was on the other day. */
function aboutFigure({ name, value, wording, day, difference }: Figure, { t, n, language }: Texts): string[] {
  return [
    `${name}: ${n(value)}`,
    wording,
    ...(difference === null
      ? []
      : [
          t('figures.change.line', {
            day: formatDate(difference.day, language),
            before: n(difference.value),
            today: formatDate(day, language),
            now: n(value),
          }),
        ]),
  ]
}

function Head({ figure }: { figure: Figure }): JSX.Element {
  const { t, n } = useTexts()
  return (
    <div className={classes['words']}>
      <h2>
        <strong>{n(figure.value)}</strong> {figure.name}
      </h2>
      <p>{figure.wording}</p>
      {figure.parts.length > 0 && (
        <p className={classes['dim']}>
          {t('figures.parts')}: {figure.parts.map(({ name, names }) => `${name} ${n(names)}`).join(' · ')}
        </p>
      )}
      {figure.published.map(({ id, value, source, quote }) => (
        <details key={id} className={classes['published']}>
          <summary>{t('figures.publishedLine', { value, shown: n(figure.value) })}</summary>
          {quote !== null && <blockquote lang="vi">{quote}</blockquote>}
          <p className={classes['dim']}>{t('figures.publishedSource', { source })}</p>
        </details>
      ))}
    </div>
  )
}
