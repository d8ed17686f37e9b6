// What a person should look at: each flag with its word and one sentence that says what to do.
import type { JSX } from 'react'
import type { Flag } from '../../../../db/model/status/flags'
import { say } from '../../../../db/model/texts/say'
import { useTexts } from '../../../texts/texts'
import classes from './cards.module.css'
import ink from './ink.module.css'

export function FlagList({ flags }: { flags: readonly Flag[] }): JSX.Element {
  const { t, language } = useTexts()
  if (flags.length === 0) return <p className={ink['dim']}>{t('labPage.flags.none')}</p>
  return (
    <ul className={classes['flags']}>
      {flags.map((flag) => (
        <li key={flag}>
          <strong>{say(language, `exchange.flags.${flag}`)}</strong>
          <span>{t(`labPage.flags.todo.${flag}`)}</span>
        </li>
      ))}
    </ul>
  )
}
