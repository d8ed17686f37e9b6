// Columns of a comparison: what differs, then the earlier issue beside the later one. Where both say the same the later side is dim.
import { useMemo } from 'react'
import type { LinePair } from '../../../db/model/scope/compare'
import type { AnnexLine } from '../../../db/model/shapes/scope'
import type { Column } from '../../components/grid/column'
import { capital } from '../../texts/capital'
import { useTexts, type Texts } from '../../texts/texts'
import classes from './scope.module.css'

type Pair = LinePair<AnnexLine>

export const nameOf = (line: AnnexLine | null): string =>
  line === null
    ? ''
    : [line.matrixVi ?? line.matrixEn, line.testVi ?? line.testEn ?? line.quantity].filter(Boolean).join(' – ')
export const rangeOf = (line: AnnexLine | null): string => [line?.range, line?.cmc].filter(Boolean).join('; ')
export const methodOf = (line: AnnexLine | null): string =>
  line === null || line.methodEdition === null || line.method?.includes(line.methodEdition) === true
    ? (line?.method ?? '')
    : [line.method, line.methodEdition].filter(Boolean).join(', ')

/** “Khác phạm vi đo, đổi phiên bản phương pháp – có thể là một”. */
export function pairWords({ t, language }: Pick<Texts, 't' | 'language'>, pair: Pair): string {
  const words =
    pair.kind === 'changed'
      ? pair.differences.map((each) => t(`scope.kinds.${each}`)).join(', ')
      : t(`scope.kinds.${pair.kind}`)
  return capital(pair.sure ? words : `${words} – ${t('scope.kinds.unsure')}`, language)
}

export function useCompareColumns(): Column<Pair>[] {
  const { t, language } = useTexts()
  return useMemo(() => {
    const parts = [
      { id: 'name', width: 200, grow: 2, of: nameOf },
      { id: 'range', width: 128, of: rangeOf },
      { id: 'method', width: 150, grow: 1, of: methodOf },
    ] as const
    const sides = (['before', 'after'] as const).flatMap((side) =>
      parts.map(({ of, ...part }): Column<Pair> => {
        const text = (pair: Pair): string => of(pair[side]).replaceAll('\n', ' ⏎ ')
        const differs = (pair: Pair): boolean =>
          pair.before !== null && pair.after !== null && of(pair.before) !== of(pair.after)
        return {
          ...part,
          id: `${side}.${part.id}`,
          label: t(`scope.compare.columns.${side}`, { what: t(`scope.compare.columns.${part.id}`) }),
          text,
          render: (pair) => {
            const shown = text(pair)
            if (differs(pair))
              return side === 'before' ? (
                <del title={shown} className={classes['old']}>
                  {shown}
                </del>
              ) : (
                <ins title={shown} className={classes['now']}>
                  {shown}
                </ins>
              )
            return (
              <span title={shown} className={side === 'after' && pair.before !== null ? classes['dim'] : undefined}>
                {shown}
              </span>
            )
          },
        }
      }),
    )
    const kind: Column<Pair> = {
      id: 'kind',
      label: t('scope.compare.columns.kind'),
      width: 170,
      fixed: true,
      text: (pair) => pairWords({ t, language }, pair),
      render: (pair) => (
        <span className={classes['kind']} data-kind={pair.kind} title={pairWords({ t, language }, pair)}>
          <b aria-hidden>{signs[pair.kind]}</b> {pairWords({ t, language }, pair)}
        </span>
      ),
    }
    return [kind, ...sides]
  }, [t, language])
}

const signs: Readonly<Record<Pair['kind'], string>> = { added: '+', removed: '−', changed: '≠', same: '=', kept: '·' }
