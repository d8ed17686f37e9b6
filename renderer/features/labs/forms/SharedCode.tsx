// The same code on another accreditation, told while it is typed: a code is no key, so it may be right; each with the way to its laboratory.
import { useDebouncedValue } from '@mantine/hooks'
import type { JSX } from 'react'
import { useNavigation } from '../../../stores/navigation'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import classes from './forms.module.css'

const PAUSE_MS = 200

export interface SharedCodeProps {
  code: string | null
  /** the accreditation itself; null: not in the register yet */
  id: string | null
  /** its holder: the same code of the same holder is said differently */
  holder: string | null
}

export function SharedCode({ code, id, holder }: SharedCodeProps): JSX.Element | null {
  const { t } = useTexts()
  const [text] = useDebouncedValue((code ?? '').trim(), PAUSE_MS)
  const found = useCall(
    'accreditations.sharing',
    { code: text, ...(id === null ? {} : { except: id }) },
    { enabled: text !== '', keep: false },
  )
  if (text === '' || found.state !== 'ready' || found.data.length === 0) return null
  const own = holder !== null && found.data.every((each) => each.holder?.id === holder)
  return (
    <div className={classes['offers']}>
      <p role="status">{t(own ? 'forms.accreditation.sharedOwn' : 'forms.accreditation.shared')}</p>
      <ul className={classes['shared']}>
        {found.data.map(({ accreditation, code: printed, holder: other, laboratories }) => (
          <li key={accreditation}>
            {printed} – {other?.name ?? t('forms.accreditation.noHolder')}
            {laboratories.map((lab) => (
              <span key={lab.id}>
                {': '}
                <button
                  type="button"
                  className={classes['link']}
                  onClick={() => useNavigation.getState().go('lab', { id: lab.id })}
                >
                  {lab.name}
                </button>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
