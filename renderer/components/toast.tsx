// Short words after something was done, with a way to undo it or to go on. They go by themselves, later when they offer something.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import classes from './toast.module.css'

export interface Toast {
  /** one sentence that names the object: “Đã đưa Phòng thử nghiệm Vàng Danh vào thùng rác.” */
  text: string
  tone?: 'done' | 'failed'
  undo?: () => void
  /** takes the place of the last one of the same key: quick saves do not pile up */
  key?: string
  /** something else to do about it: “Mở thư mục” */
  action?: { label: string; run: () => void }
}

const SHORT_MS = 5000
const UNDO_MS = 12000

export function toast({ text, tone = 'done', undo, action, key }: Toast): void {
  const offer = undo === undefined ? action : { label: i18next.t('common.undo'), run: undo }
  if (key !== undefined) notifications.hide(key)
  const id = notifications.show({
    ...(key === undefined ? {} : { id: key }),
    role: tone === 'failed' ? 'alert' : 'status',
    color: tone === 'failed' ? 'red' : 'blue',
    autoClose: tone === 'failed' ? UNDO_MS : offer === undefined ? SHORT_MS : UNDO_MS,
    closeButtonProps: { 'aria-label': i18next.t('frame.toast.dismiss') },
    message: (
      <span className={classes['line']}>
        <span>{text}</span>
        {offer !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              notifications.hide(id)
              offer.run()
            }}
          >
            {offer.label}
          </Button>
        )}
      </span>
    ),
  })
}
