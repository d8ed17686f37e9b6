// Short words after something was done, with a way to undo it or to go on. They go by themselves, later when they offer something.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import classes from './toast.module.css'

interface Offer {
  label: string
  run: () => void
}

export interface Toast {
  /** one sentence that names the object: “Đã đưa Phòng thử nghiệm Vàng Danh vào thùng rác.” */
  text: string
  tone?: 'done' | 'failed'
  undo?: () => void
  /** takes the place of the last one of the same key: quick saves do not pile up */
  key?: string
  /** something else to do about it: “Mở thư mục” */
  action?: Offer
  /** the same, of several */
  actions?: readonly Offer[]
}

const SHORT_MS = 5000
const UNDO_MS = 12000

export function toast({
  text,
  tone = 'done',
  undo,
  action,
  actions = action === undefined ? [] : [action],
  key,
}: Toast): void {
  const offers = undo === undefined ? actions : [{ label: i18next.t('common.undo'), run: undo }]
  if (key !== undefined) notifications.hide(key)
  const id = notifications.show({
    ...(key === undefined ? {} : { id: key }),
    role: tone === 'failed' ? 'alert' : 'status',
    color: tone === 'failed' ? 'red' : 'blue',
    autoClose: tone === 'failed' ? UNDO_MS : offers.length === 0 ? SHORT_MS : UNDO_MS,
    closeButtonProps: { 'aria-label': i18next.t('frame.toast.dismiss') },
    message: (
      <span className={classes['line']}>
        <span>{text}</span>
        {offers.map(({ label, run }) => (
          <Button
            key={label}
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              notifications.hide(id)
              run()
            }}
          >
            {label}
          </Button>
        ))}
      </span>
    ),
  })
}
