// Told while a laboratory is typed: who in the register looks like it, and why. The line keeps its place while it is empty, so that nothing
// moves under the typist; the twin opens in a window of its own, so that nothing typed is left.
import { useDebouncedValue } from '@mantine/hooks'
import { IconCopyCheck } from '@tabler/icons-react'
import { useState, type JSX, type ReactNode } from 'react'
import type { TwinFound } from '../../../../db/model/shapes/twins'
import { useTexts } from '../../../texts/texts'
import { reasonWords } from '../../../texts/twinWords'
import { useCall } from '../../../useCall'
import classes from './twins.module.css'

const PAUSE_MS = 250

export interface TwinNoticeProps {
  nameVi: string | null
  /** id of the owner */
  owner: string | null
  phone: string | null
  /** the laboratory itself; null: not in the register yet */
  id: string | null
}

export function TwinNotice({ nameVi, owner, phone, id }: TwinNoticeProps): JSX.Element {
  const texts = useTexts()
  const { t, n } = texts
  const [asked] = useDebouncedValue(
    JSON.stringify({ nameVi, owner, phone, ...(id === null ? {} : { except: id }) }),
    PAUSE_MS,
  )
  const [whole, setWhole] = useState(false)
  const found = useCall('twins.of', JSON.parse(asked) as TwinNoticeProps, { enabled: (nameVi ?? '').trim() !== '' })
  const twins = found.state === 'ready' && (nameVi ?? '').trim() !== '' ? found.data : []
  const [first, ...others] = twins
  return (
    <div className={classes['notice']} role="status" aria-label={t('twins.notice.label')}>
      {first !== undefined && (
        <>
          <Twin twin={first}>
            {others.length > 0 && !whole && (
              <button type="button" className={classes['link']} onClick={() => setWhole(true)}>
                {t('twins.notice.more', { count: twins.length, shown: n(twins.length) })}
              </button>
            )}
          </Twin>
          {whole && others.map((twin) => <Twin key={twin.lab.id} twin={twin} />)}
        </>
      )}
    </div>
  )
}

interface TwinProps {
  twin: TwinFound
  children?: ReactNode
}

function Twin({ twin: { lab, likely, reasons }, children }: TwinProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const name = [lab.nameVi, lab.owner].filter(Boolean).join(' – ')
  const words = t(likely ? 'twins.notice.likely' : 'twins.notice.similar', { name, why: reasonWords(texts, reasons) })
  return (
    <p className={classes['twin']}>
      <IconCopyCheck size={16} aria-hidden />
      <span title={words}>{words}</span>
      <button
        type="button"
        className={classes['link']}
        aria-label={t('twins.notice.open', { name: lab.nameVi })}
        title={t('twins.notice.open', { name: lab.nameVi })}
        onClick={() => void window.shell.openWindow({ screen: 'lab', id: lab.id })}
      >
        {t('twins.notice.openShort')}
      </button>
      {children}
    </p>
  )
}
