// The office that keeps the register, as it signs its papers. Each field is saved by itself; where they may not be changed, why.
import type { JSX } from 'react'
import type { Output } from '../../../db/contract'
import { officeKeys } from '../../../db/model/documents/office'
import { useTexts } from '../../texts/texts'
import { useFormLock } from '../../useFormLock'
import { SettingField } from './SettingField'
import classes from './settings.module.css'
import { SigningFormChoice } from './SigningFormChoice'

export function OfficeFields({ stored }: { stored: Output<'settings.get'> }): JSX.Element {
  const { t } = useTexts()
  const lock = useFormLock('settings.set')
  const locked = lock.reason !== null || lock.state === 'asking'
  return (
    <section className={classes['part']}>
      <h3>{t('settings.register.office')}</h3>
      {lock.reason === null ? (
        <p className={classes['hint']}>{t('settings.register.officeHint')}</p>
      ) : (
        <p role="status" className={classes['notice']}>
          {lock.reason}
        </p>
      )}
      {officeKeys.map((key) =>
        key === 'signing_form' ? (
          <SigningFormChoice key={key} stored={stored[key] ?? ''} locked={locked} />
        ) : (
          <SettingField key={key} name={key} stored={stored[key] ?? ''} locked={locked} />
        ),
      )}
    </section>
  )
}
