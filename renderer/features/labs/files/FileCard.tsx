// One attached file: its small picture, what it is, who added it when, where else it hangs, and in words what is wrong with it.
import { ActionIcon, Menu, TextInput } from '@mantine/core'
import {
  IconAlertTriangle,
  IconDots,
  IconDownload,
  IconEraser,
  IconExternalLink,
  IconFileTypePdf,
  IconPencil,
  IconPhoto,
  IconUnlink,
} from '@tabler/icons-react'
import { use, useState, type JSX } from 'react'
import type { AttachmentShown } from '../../../../db/model/shapes/attachments'
import { RedactContext } from '../../../components/changes/redact'
import { formatInstant } from '../../../texts/instants'
import { useTexts } from '../../../texts/texts'
import { useNavigation } from '../../../stores/navigation'
import { useRecordWords } from '../../../useRecordWords'
import { openElsewhere, removeFile, renameFile, saveCopy } from './fileDeeds'
import classes from './files.module.css'
import { nameOf, sizeWords } from './fileWords'
import { useThumb } from './thumbs'
import { useViewer } from './viewerStore'

export interface FileCardProps {
  file: AttachmentShown
  /** the record it hangs on; null: the laboratory itself */
  of: string | null
  lab: string
  canEdit: boolean
}

export function FileCard({ file, of, lab, canEdit }: FileCardProps): JSX.Element {
  const { t, language } = useTexts()
  const [naming, setNaming] = useState(false)
  const name = nameOf(file)
  const wrong = file.state === 'present' ? null : t(`files.state.${file.state}`)
  return (
    <li className={classes['file']} data-wrong={wrong !== null || undefined}>
      <Picture file={file} />
      <div className={classes['about']}>
        {naming ? (
          <TitleField file={file} onDone={() => setNaming(false)} />
        ) : (
          <p className={classes['name']} title={file.name}>
            {name}
          </p>
        )}
        <p className={classes['dim']}>
          {t(`files.kinds.${file.kind}`)}, {sizeWords(file.bytes, language)}
        </p>
        {of !== null && <p className={classes['dim']}>{t('files.of', { what: of })}</p>}
        <p className={classes['dim']}>
          {t('files.added', { by: file.addedBy, when: formatInstant(file.addedAt, language) })}
        </p>
        {file.alsoAt.length > 0 && <AlsoAt file={file} lab={lab} />}
        {wrong !== null && (
          <p className={classes['wrong']}>
            <IconAlertTriangle size={16} aria-hidden /> {wrong}
          </p>
        )}
      </div>
      <div className={classes['buttons']}>
        {canEdit && (
          <ActionIcon
            variant="subtle"
            aria-label={t('files.actions.rename', { name })}
            title={t('files.actions.rename', { name })}
            onClick={() => setNaming(true)}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
        )}
        <FileMenu file={file} canEdit={canEdit} />
      </div>
    </li>
  )
}

function Picture({ file }: { file: AttachmentShown }): JSX.Element {
  const { t } = useTexts()
  const thumb = useThumb(file)
  const Sign = file.kind === 'pdf' ? IconFileTypePdf : IconPhoto
  return (
    <button
      type="button"
      className={classes['picture']}
      aria-label={t('files.actions.view', { name: nameOf(file) })}
      onClick={() => useViewer.getState().view(file)}
    >
      {thumb === null ? <Sign size={40} stroke={1.2} aria-hidden /> : <img src={thumb} alt="" />}
    </button>
  )
}

function AlsoAt({ file, lab }: Pick<FileCardProps, 'file' | 'lab'>): JSX.Element {
  const { t } = useTexts()
  const words = useRecordWords()
  const what = file.alsoAt.map(({ entity, label }) => `${words.entity(entity)} “${label}”`).join(', ')
  const elsewhere = file.alsoAt.find((each) => each.lab !== null && each.lab !== lab)?.lab ?? null
  const sentence = t('files.alsoAt', { what })
  if (elsewhere === null) return <p className={classes['dim']}>{sentence}</p>
  return (
    <button
      type="button"
      className={classes['link']}
      onClick={() => useNavigation.getState().go('lab', { id: elsewhere, section: 'files' })}
    >
      {sentence}
    </button>
  )
}

interface FileMenuProps {
  file: AttachmentShown
  canEdit: boolean
}

function FileMenu({ file, canEdit }: FileMenuProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const redact = use(RedactContext)
  const icon = { size: 16, 'aria-hidden': true } as const
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t('files.actions.label', { name: nameOf(file) })}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconExternalLink {...icon} />} onClick={() => void openElsewhere(texts, file)}>
          {t('files.actions.open')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload {...icon} />} onClick={() => void saveCopy(texts, file)}>
          {t('files.actions.save')}
        </Menu.Item>
        {canEdit && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconUnlink {...icon} />} onClick={() => void removeFile(texts, file)}>
              {t('files.actions.remove')}
            </Menu.Item>
            {redact !== null && (
              <Menu.Item
                leftSection={<IconEraser {...icon} />}
                onClick={() => redact({ file: file.id, what: nameOf(file) })}
              >
                {t('redact.openFile')}
              </Menu.Item>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Enter saves, Esc leaves it as it was; going elsewhere saves too. */
function TitleField({ file, onDone }: { file: AttachmentShown; onDone: () => void }): JSX.Element {
  const texts = useTexts()
  const [title, setTitle] = useState(nameOf(file))
  const [kept, setKept] = useState(false)
  const finish = (save: boolean): void => {
    if (kept) return
    setKept(true)
    if (save) void renameFile(texts, file, title)
    onDone()
  }
  return (
    <TextInput
      autoFocus
      size="xs"
      maxLength={500}
      aria-label={texts.t('files.rename')}
      value={title}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTitle(event.currentTarget.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish(true)
        if (event.key !== 'Escape') return
        event.stopPropagation()
        finish(false)
      }}
    />
  )
}
