// Beside the rows read: what could not be read (it waits beside the grid afterwards), the lines of the head, and what was passed over, all of it shown.
import type { JSX } from 'react'
import type { AnnexReading } from '../../../db/model/scope/reading'
import { Facts } from '../../components/Page'
import { useTexts } from '../../texts/texts'
import classes from './scope.module.css'

export function PreviewHead({ reading }: { reading: AnnexReading }): JSX.Element | null {
  const { t } = useTexts()
  const { facts, left, form, issue } = reading
  if (facts.length === 0 && left.length === 0) return null
  const of = (...kinds: string[]): string[] =>
    left.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text.replaceAll('\t', ' | '))
  const unread = of('unread')
  const passed = of('furniture', 'columns')
  const paper = [form, issue].filter((part) => part !== null).join(' – ')
  return (
    <aside className={classes['head']} aria-label={t('scope.preview.rest')} tabIndex={0}>
      {unread.length > 0 && (
        <section>
          <h2>{t('scope.preview.unreadTitle')}</h2>
          <p className={classes['dim']}>{t('scope.preview.unreadHint')}</p>
          <Lines lines={unread} />
        </section>
      )}
      {(facts.length > 0 || paper !== '') && (
        <section>
          <h2>{t('scope.preview.factsTitle')}</h2>
          <Facts
            facts={[
              ...(paper === '' ? [] : [{ label: t('scope.facts.form'), value: paper }]),
              ...facts.map(({ kind, value, text }) => ({
                label: t(`scope.facts.${kind}`),
                value: value === '' ? text : value,
              })),
            ]}
          />
        </section>
      )}
      {passed.length > 0 && (
        <section>
          <h2>{t('scope.preview.passedTitle')}</h2>
          <Lines lines={passed} />
        </section>
      )}
    </aside>
  )
}

function Lines({ lines }: { lines: readonly string[] }): JSX.Element {
  return (
    <ul className={classes['lines']}>
      {lines.map((line, index) => (
        <li key={`${index} ${line}`}>{line}</li>
      ))}
    </ul>
  )
}
