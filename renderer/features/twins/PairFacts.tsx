// Two laboratories side by side in short: owner, codes, addresses.
import type { JSX } from 'react'
import type { TwinLab } from '../../../db/model/shapes/twins'
import { useTexts } from '../../texts/texts'
import classes from './twins.module.css'

export function PairFacts({ labs }: { labs: readonly [TwinLab, TwinLab] }): JSX.Element {
  const { t } = useTexts()
  const none = t('twins.merge.none')
  const facts = (lab: TwinLab): [label: string, value: string][] => [
    [t('forms.fields.owner'), lab.owner ?? none],
    [t('tasks.columns.code'), lab.codes.join(', ') || none],
    [t('forms.site.address'), lab.addresses.join(' | ') || none],
  ]
  return (
    <div className={classes['pair']}>
      {labs.map((lab) => (
        <div key={lab.id}>
          <h2>{lab.nameVi}</h2>
          <dl>
            {facts(lab).map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  )
}
