// Where else the register has this code, under the card of an accreditation that is flagged for it.
import type { JSX } from 'react'
import type { AccreditationPage } from '../../../../db/model/shapes/accreditation'
import { useNavigation } from '../../../stores/navigation'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import ink from './ink.module.css'

export function SharedWith({ accreditation }: { accreditation: AccreditationPage }): JSX.Element | null {
  const { t } = useTexts()
  const { code, id, flags } = accreditation
  const asked = code !== null && flags.includes('code_shared')
  const found = useCall(
    'accreditations.sharing',
    { code: code?.raw ?? '', except: id },
    { enabled: asked, keep: false },
  )
  if (!asked || found.state !== 'ready' || found.data.length === 0) return null
  return (
    <p className={ink['note']}>
      {t('labPage.accreditation.shared')}{' '}
      {found.data.flatMap(({ accreditation: other, holder, laboratories }) =>
        laboratories.map((lab) => (
          <span key={`${other} ${lab.id}`}>
            <button
              type="button"
              className={ink['link']}
              onClick={() => useNavigation.getState().go('lab', { id: lab.id })}
            >
              {lab.name}
            </button>
            {holder === null ? ' ' : ` (${holder.name}) `}
          </span>
        )),
      )}
    </p>
  )
}
