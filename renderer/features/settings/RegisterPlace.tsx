// Where the register's file lies, a way to it in the file manager, and the way to its backups. The path comes from the shell as words.
import { Button } from '@mantine/core'
import { IconCopy, IconDeviceFloppy, IconFolderOpen } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import type { RegisterPlace as Place } from '../../../db/model/bridge'
import { Facts } from '../../components/Page'
import { toast } from '../../components/toast'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import type {} from '../../window'
import { copyText } from '../../components/copyText'
import classes from './settings.module.css'

export function RegisterPlace(): JSX.Element {
  const { t } = useTexts()
  // asked again with everything else when another register is opened
  const place = useQuery({ queryKey: ['shell', 'registerPlace'], queryFn: () => window.shell.registerPlace() })
  return (
    <section className={classes['part']}>
      <h3>{t('settings.place.title')}</h3>
      {place.isSuccess && (place.data === null ? <p>{t('settings.place.none')}</p> : <Found place={place.data} />)}
      {place.isError && <p role="alert">{t('errors.load')}</p>}
    </section>
  )
}

function Found({ place }: { place: Place }): JSX.Element {
  const { t } = useTexts()
  const reveal = async (): Promise<void> => {
    if (!(await window.shell.revealRegister())) toast({ text: t('settings.place.missing'), tone: 'failed' })
  }
  return (
    <>
      <Facts
        facts={[
          { label: t('settings.place.file'), value: <span className={classes['exact']}>{place.file}</span> },
          { label: t('settings.place.folder'), value: <span className={classes['exact']}>{place.folder}</span> },
        ]}
      />
      <div className={classes['buttons']}>
        <Button variant="default" leftSection={<IconFolderOpen size={16} aria-hidden />} onClick={() => void reveal()}>
          {t('settings.place.reveal')}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => void copyText(t, pathOf(place), 'settings.place.pathCopied')}
        >
          {t('settings.place.copyPath')}
        </Button>
      </div>
      <h4>{t('settings.place.backup')}</h4>
      <p>{t('settings.place.backupText', { file: place.file })}</p>
      <div className={classes['buttons']}>
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          onClick={() => useNavigation.getState().go('backups')}
        >
          {t('settings.place.backups')}
        </Button>
      </div>
    </>
  )
}

/** In the writing of the system the folder comes from. */
function pathOf({ folder, file }: Place): string {
  const separator = folder.includes('\\') ? '\\' : '/'
  return folder.endsWith(separator) ? folder + file : folder + separator + file
}
