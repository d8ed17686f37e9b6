// On paper only: what the report says, above the verdict, and where inspector and laboratory sign, below it.
import type { JSX } from 'react'
import { formatDate } from '../../../../db/model/dates/partial'
import { useTexts } from '../../../texts/texts'
import classes from '../check.module.css'
import { fields, type Form } from '../checkStore'

export function PrintedQuestion({ asked, day }: { asked: Form; day: string }): JSX.Element {
  const { t, language } = useTexts()
  const value = { ...asked, day: formatDate(day, language) }
  return (
    <div className={classes['printOnly']} aria-hidden>
      <h2>{t('check.print.heading')}</h2>
      <table className={classes['question']}>
        <caption>{t('check.print.asked')}</caption>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{t(`check.form.${field}`)}</th>
              <td>{value[field].trim() === '' ? t('check.print.blank') : value[field]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function PrintedSignatures(): JSX.Element {
  const { t } = useTexts()
  return (
    <div className={`${classes['printOnly']} ${classes['signatures']}`} aria-hidden>
      <p>{t('check.print.inspector')}</p>
      <p>{t('check.print.representative')}</p>
    </div>
  )
}
