// Columns of the names behind a figure; the reason names the part of the figure that a name stands in.
import { useMemo } from 'react'
import type { Figure, FigureName } from '../../../db/model/shapes/figures'
import type { Column } from '../../components/grid/column'
import { useTexts, type Texts } from '../../texts/texts'

export const nameOf = ({ nameVi, nameEn }: FigureName, { language }: Texts): string =>
  (language === 'en' ? nameEn : null) ?? nameVi

export function useNameColumns(figure: Figure): readonly Column<FigureName>[] {
  const texts = useTexts()
  const { t, n } = texts
  const place = useMemo(() => new Map(figure.names.map(({ id }, at) => [id, at + 1])), [figure.names])
  return [
    {
      id: 'index',
      label: t('figures.columns.index'),
      width: 56,
      number: true,
      text: ({ id }) => n(place.get(id) ?? 0),
    },
    {
      id: 'name',
      label: t('figures.columns.name'),
      width: 240,
      grow: 3,
      fixed: true,
      text: (row) => nameOf(row, texts),
    },
    { id: 'codes', label: t('figures.columns.codes'), width: 130, text: ({ codes }) => codes.join(', ') },
    { id: 'why', label: t('figures.columns.why'), width: 260, grow: 3, text: ({ why }) => why },
  ]
}
