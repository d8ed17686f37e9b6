// The chosen line as printed, in both languages, beside the tables.
import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { JSX } from 'react'
import type { CapabilityRow } from '../../../db/model/capability'
import { formatDate } from '../../../db/model/dates/partial'
import { Facts } from '../../components/Page'
import { StatusBadge } from '../../components/StatusBadge'
import { useTexts } from '../../texts/texts'
import classes from './capability.module.css'
import { answerOf, methodOf, notesOf } from './words'

export function LineDetails({ row, onOpen }: { row: CapabilityRow; onOpen: () => void }): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const label = (column: string): string => t(`capability.columns.${column as 'lab'}`)
  const inEnglish = [row.matrixEn, row.testEn].filter((text) => text !== null).join(': ')
  return (
    <article className={classes['details']} aria-label={t('capability.details.label')}>
      <h2>{row.lab.name}</h2>
      <p>{[answerOf(texts, row), ...notesOf(texts, row)].join('; ')}</p>
      <StatusBadge status={row.status} daysLeft={row.daysLeft} />
      <Button variant="default" rightSection={<IconArrowRight size={16} aria-hidden />} onClick={onOpen} title="Enter">
        {t('capability.details.open')}
      </Button>
      <Facts
        facts={[
          { label: label('site'), value: [row.site, row.area].filter((part) => part !== null).join(', ') },
          { label: label('matrix'), value: row.matrixVi ?? row.matrixEn },
          { label: label('test'), value: row.testVi ?? row.testEn },
          { label: t('capability.details.en'), value: inEnglish },
          { label: label('technique'), value: row.technique },
          { label: label('method'), value: methodOf(row) },
          { label: label('range'), value: row.range },
          { label: label('code'), value: row.code },
          { label: label('expiry'), value: row.expiry === null ? null : formatDate(row.expiry, language) },
          {
            label: label('checked'),
            value: row.checkedOn === null ? t('capability.unchecked') : formatDate(row.checkedOn, language),
          },
        ]}
      />
    </article>
  )
}
