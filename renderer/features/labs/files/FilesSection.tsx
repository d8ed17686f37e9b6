// Tệp đính kèm: the papers, photos and scans of the laboratory and of what stands on its page; dropped here, chosen by the picker, looked at.
import { Button, NativeSelect } from '@mantine/core'
import { IconPaperclip, IconShieldCheck } from '@tabler/icons-react'
import { useState, type DragEvent, type JSX, type ReactNode } from 'react'
import { MOST_FILE_BYTES } from '../../../../db/model/files/kinds'
import type { AttachmentShown } from '../../../../db/model/shapes/attachments'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { useActions } from '../../../actions/action'
import { LoadFailed } from '../../../components/LoadFailed'
import { Skeleton } from '../../../components/Skeleton'
import { toast } from '../../../components/toast'
import { useTexts } from '../../../texts/texts'
import { useRecordWords } from '../../../useRecordWords'
import { FileCard } from './FileCard'
import classes from './files.module.css'
import { carriersOf, sizeWords, type Carrier } from './fileWords'
import { useAttach, type Attaching } from './useAttach'
import { useCompared, useFiles, type Compared } from './useFiles'

export interface FilesSectionProps {
  page: LabPage
  canEdit: boolean
}

export function FilesSection({ page, canEdit }: FilesSectionProps): JSX.Element {
  const texts = useTexts()
  const load = useFiles(page)
  const files = load.state === 'ready' ? load.data.files : []
  const compared = useCompared(page, files)
  const look = async (): ReturnType<Compared['again']> => {
    load.refetch()
    return compared.again()
  }
  const attaching = useAttach(() => void look())
  const carriers = carriersOf(texts, useRecordWords(), page)
  const [chosen, setChosen] = useState(page.id)
  const record = carriers.find(({ id }) => id === chosen) ?? { id: page.id, name: '' }
  useFileActions(attaching, record.id, canEdit)
  return (
    <DropZone what={record.name} onDrop={canEdit ? (dropped) => void attaching.drop(dropped, record.id) : null}>
      {canEdit && (
        <div className={classes['bar']}>
          <Button
            variant="default"
            leftSection={<IconPaperclip size={16} aria-hidden />}
            title="Alt+A"
            aria-keyshortcuts="Alt+A"
            onClick={() => void attaching.pick(record.id)}
          >
            {texts.t('files.add')}
          </Button>
          <NativeSelect
            className={classes['to'] ?? ''}
            label={texts.t('files.to')}
            data={carriers.map(({ id, name }) => ({ value: id, label: name }))}
            value={record.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <p className={classes['hint']}>{texts.t('files.drop', { max: MOST_FILE_BYTES / 1024 / 1024 })}</p>
        </div>
      )}
      {load.state === 'error' && <LoadFailed error={load.error} onRetry={load.refetch} />}
      {load.state === 'pending' && <Skeleton />}
      {load.state === 'ready' && (
        <FileList
          files={files}
          compared={{ ...compared, again: look }}
          carriers={carriers}
          page={page}
          canEdit={canEdit}
        />
      )}
    </DropZone>
  )
}

interface FileListProps extends FilesSectionProps {
  files: readonly AttachmentShown[]
  compared: Compared
  carriers: readonly Carrier[]
}

function FileList({ files, compared, carriers, page, canEdit }: FileListProps): JSX.Element {
  const { t, n, language } = useTexts()
  if (files.length === 0) return <p className={classes['hint']}>{t('files.none')}</p>
  const count = files.length
  const size = sizeWords(
    files.reduce((sum, { bytes }) => sum + bytes, 0),
    language,
  )
  const check = async (): Promise<void> => {
    const found = await compared.again()
    if (found === null) return
    const { wrong, checked } = found
    toast(
      wrong > 0
        ? { text: t('files.checkedWrong', { count: wrong, shown: n(wrong) }), tone: 'failed' }
        : { text: t('files.checked', { count: checked, shown: n(checked) }) },
    )
  }
  return (
    <>
      <div className={classes['summary']}>
        <span>{t('files.count', { count, shown: n(count), size })}</span>
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes['noPrint'] ?? ''}
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          onClick={() => void check()}
        >
          {t('files.check')}
        </Button>
      </div>
      <ul className={classes['files']} aria-label={t('files.list')}>
        {files.map((file) => (
          <FileCard
            key={file.id}
            file={{ ...file, state: compared.states.get(file.id) ?? file.state }}
            of={file.record === page.id ? null : (carriers.find(({ id }) => id === file.record)?.name ?? null)}
            lab={page.id}
            canEdit={canEdit}
          />
        ))}
      </ul>
    </>
  )
}

interface DropZoneProps {
  what: string
  /** null: nothing may be added here */
  onDrop: ((files: readonly File[]) => void) | null
  children: ReactNode
}

/** A place for files; a drop here does not reach the window's own, which would take a spreadsheet for an import. */
function DropZone({ what, onDrop, children }: DropZoneProps): JSX.Element {
  const { t } = useTexts()
  const [over, setOver] = useState(false)
  if (onDrop === null) return <div className={classes['zone']}>{children}</div>
  const leave = (event: DragEvent<HTMLElement>): void => {
    const to = event.relatedTarget
    if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false)
  }
  return (
    <div
      className={classes['zone']}
      data-over={over || undefined}
      onDragOver={() => setOver(true)}
      onDragLeave={leave}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        onDrop([...event.dataTransfer.files])
      }}
    >
      {over && <p className={classes['over']}>{t('files.dropNow', { what })}</p>}
      {children}
    </div>
  )
}

/** `attachments.addFile`: a file that was dropped elsewhere on the page. */
function useFileActions({ pick, take }: Attaching, record: string, canEdit: boolean): void {
  useActions([
    {
      id: 'attachments.add',
      label: 'files.addKey',
      shortcut: 'Alt+A',
      icon: IconPaperclip,
      when: () => canEdit,
      run: () => void pick(record),
    },
    {
      id: 'attachments.addFile',
      label: 'files.addKey',
      hidden: true,
      when: ({ file }) => canEdit && file !== undefined,
      run: ({ file }) => {
        if (file !== undefined) void take(file, record)
      },
    },
  ])
}
