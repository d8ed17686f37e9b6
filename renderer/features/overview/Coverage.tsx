// Field × area: where in the province which fields are covered, as a small matrix. The areas with the most laboratories first; the
// others on demand.
import { useState, type JSX } from 'react'
import type { Overview } from '../../../db/model/shapes/overview'
import { CountMatrix } from '../../components/CountMatrix'
import { Panel } from '../../components/Page'
import { useTexts } from '../../texts/texts'
import { openLabs } from './openLabs'
import classes from './overview.module.css'
import { useFieldNames } from './useFieldNames'

const FIRST = 8

export function Coverage({ overview }: { overview: Overview }): JSX.Element {
  const { t, n } = useTexts()
  const nameOf = useFieldNames()
  const [open, setOpen] = useState(false)
  const { areas, cells } = overview.coverage
  const counts = new Map(cells.map(({ area, field, labs }) => [`${area} ${field}`, labs]))
  const more = areas.length > FIRST
  return (
    <Panel
      title={t('overview.coverage.title')}
      actions={
        more && (
          <button type="button" className={classes['link']} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open
              ? t('overview.coverage.fewer')
              : t('overview.coverage.all', { count: areas.length, shown: n(areas.length) })}
          </button>
        )
      }
    >
      {areas.length === 0 ? (
        <p className={classes['dim']}>{t('overview.coverage.none')}</p>
      ) : (
        <CountMatrix
          label={t('overview.coverage.title')}
          corner={t('overview.coverage.area')}
          all={t('overview.coverage.sum')}
          total={overview.labs}
          rows={areas
            .slice(0, open ? areas.length : FIRST)
            .map(({ id, name, labs }) => ({ id, label: name, count: labs }))}
          columns={overview.byField.map(({ key, name, labs }) => ({ id: key, label: nameOf(key, name), count: labs }))}
          countAt={(area, field) => counts.get(`${area} ${field}`) ?? 0}
          onOpen={(area, field) =>
            openLabs({ ...(area !== null && { area: [area] }), ...(field !== null && { field: [field] }) })
          }
        />
      )}
      <p className={classes['note']}>{t('overview.coverage.rule')}</p>
    </Panel>
  )
}
