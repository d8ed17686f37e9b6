// What a change of many records would do to each: old and new side by side, and which stay as they are.
import { IconArrowRight, IconEqual } from '@tabler/icons-react'
import type { JSX } from 'react'
import { useTexts } from '../../../texts/texts'
import type { BulkLine } from './bulk'
import classes from './many.module.css'

export interface BulkPreviewProps {
  lines: readonly BulkLine[]
  /** the records whose field somebody has changed since the preview was looked at */
  clashes: ReadonlyMap<string, string>
}

export function BulkPreview({ lines, clashes }: BulkPreviewProps): JSX.Element {
  const { t, n } = useTexts()
  const changed = lines.filter(({ after }) => after !== null).length
  return (
    <section className={classes['preview']} aria-label={t('many.bulk.preview')}>
      <p className={classes['sum']} role="status">
        {t('many.bulk.sum', { count: lines.length, shown: n(changed), all: n(lines.length) })}
      </p>
      <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('many.bulk.preview')}>
        <table className={classes['lines']}>
          <thead>
            <tr>
              <th scope="col">{t('many.bulk.record')}</th>
              <th scope="col">{t('many.bulk.change')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.id} line={line} clash={clashes.get(line.id)} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Line({ line, clash }: { line: BulkLine; clash: string | undefined }): JSX.Element {
  const { t } = useTexts()
  const words = (text: string): JSX.Element | string =>
    text === '' ? <span className={classes['empty']}>{t('many.empty')}</span> : text
  return (
    <tr data-same={line.after === null || undefined}>
      <th scope="row">{line.name}</th>
      <td>
        {line.after === null ? (
          <span className={classes['same']}>
            <IconEqual size={13} aria-hidden /> {words(line.before)} <small>{t('many.bulk.same')}</small>
          </span>
        ) : (
          <span className={classes['pair']}>
            <del>{words(line.before)}</del> <IconArrowRight size={13} role="img" aria-label={t('many.bulk.to')} />{' '}
            <ins>{words(line.after)}</ins>
          </span>
        )}
        {clash !== undefined && <p className={classes['clash']}>{clash}</p>}
      </td>
    </tr>
  )
}
