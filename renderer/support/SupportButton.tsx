// “Gói hỗ trợ…”: every file of the bundle is shown before it is saved; what was shown is what is saved.
import { Button, Modal, Tabs } from '@mantine/core'
import { IconLifebuoy } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import type { SupportFile } from '../../db/model/shapes/support'
import { call } from '../api'
import dialog from '../components/dialog.module.css'
import { LoadFailed } from '../components/LoadFailed'
import { Skeleton } from '../components/Skeleton'
import { toast } from '../components/toast'
import { failureSentence } from '../texts/failureText'
import { useTexts } from '../texts/texts'
import { useCall } from '../useCall'
import type {} from '../window'
import classes from './support.module.css'

export function SupportButton(): JSX.Element {
  const { t } = useTexts()
  const [opened, setOpened] = useState(false)
  const close = (): void => setOpened(false)
  return (
    <>
      <Button variant="subtle" leftSection={<IconLifebuoy size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('support.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        size="xl"
        title={t('support.title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {opened && <Bundle onClose={close} />}
      </Modal>
    </>
  )
}

function Bundle({ onClose }: { onClose: () => void }): JSX.Element {
  const { electron, chrome } = window.shell.versions
  const bundle = useCall('support.preview', { shell: { electron, chrome } }, { keep: false })
  if (bundle.state === 'pending') return <Skeleton lines={6} />
  if (bundle.state === 'error') return <LoadFailed error={bundle.error} onRetry={bundle.refetch} />
  return <Seen files={bundle.data.files} onClose={onClose} />
}

function Seen({ files, onClose }: { files: SupportFile[]; onClose: () => void }): JSX.Element {
  const { t } = useTexts()
  // what the person looks at stays, also when the log grows meanwhile
  const [shown] = useState(files)
  const save = async (): Promise<void> => {
    const picked = await window.shell.pickSave('zip', t('support.name'))
    if (picked === null) return
    const answer = await call('support.save', { file: picked.ref, files: shown })
    if (!answer.ok) return toast({ text: failureSentence(t, answer.error), tone: 'failed' })
    onClose()
    toast({ text: t('support.saved', { name: picked.name }) })
  }
  return (
    <div className={dialog['text']}>
      <p>{t('support.hint')}</p>
      <p>{t('support.seen')}</p>
      <Tabs defaultValue={shown[0]?.name ?? null} className={classes['files']!}>
        <Tabs.List>
          {shown.map(({ name }) => (
            <Tabs.Tab key={name} value={name}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map(({ name, text }) => (
          <Tabs.Panel key={name} value={name}>
            <pre className={classes['text']} tabIndex={0} aria-label={name}>
              {text === '' ? t('support.empty') : text}
            </pre>
          </Tabs.Panel>
        ))}
      </Tabs>
      <div className={dialog['buttons']}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button data-autofocus onClick={() => void save()}>
          {t('support.save')}
        </Button>
      </div>
    </div>
  )
}
