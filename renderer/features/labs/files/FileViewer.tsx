// An attached file over the work: pages of a PDF or a picture, with zoom. It shows and does nothing else: what a document would do is not done.
import { ActionIcon, Button, Modal } from '@mantine/core'
import {
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconExternalLink,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import { useEffect, useRef, useState, type JSX, type KeyboardEvent, type RefObject } from 'react'
import type { AttachmentShown } from '../../../../db/model/shapes/attachments'
import { useTexts } from '../../../texts/texts'
import { openElsewhere, saveCopy } from './fileDeeds'
import classes from './files.module.css'
import { nameOf } from './fileWords'
import type { Sheet } from './sheet'
import { useSheet } from './useSheet'
import { useViewer } from './viewerStore'

export function FileViewer(): JSX.Element {
  const { t } = useTexts()
  const { file, view } = useViewer()
  useEffect(() => () => view(null), [view])
  return (
    <Modal
      opened={file !== null}
      onClose={() => view(null)}
      size="min(1200px, 96vw)"
      yOffset={20}
      title={file === null ? '' : nameOf(file)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {file !== null && <Viewed key={file.id} file={file} />}
    </Modal>
  )
}

const STEP = 1.25
const LEAST = 0.1
const MOST = 6

function Viewed({ file }: { file: AttachmentShown }): JSX.Element {
  const { t } = useTexts()
  const loaded = useSheet(file)
  const [page, setPage] = useState(1)
  /** times the width that fits */
  const [zoom, setZoom] = useState(1)
  const desk = useRef<HTMLDivElement>(null)
  const sheet = loaded.state === 'ready' ? loaded.sheet : null
  const turn = (by: number): void => {
    setPage((now) => Math.min(Math.max(1, now + by), sheet?.pages ?? 1))
    desk.current?.scrollTo({ top: 0 })
  }
  const scale = (by: number): void => setZoom((now) => Math.min(MOST, Math.max(LEAST, now * by)))
  const onKeyDown = (event: KeyboardEvent): void => {
    const deed = {
      PageDown: () => turn(1),
      PageUp: () => turn(-1),
      '+': () => scale(STEP),
      '=': () => scale(STEP),
      '-': () => scale(1 / STEP),
      '0': () => setZoom(1),
    }[event.key]
    if (deed === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    deed()
  }
  return (
    <div className={classes['viewer']} onKeyDown={onKeyDown}>
      <Tools file={file} sheet={sheet} page={page} turn={turn} scale={scale} fit={() => setZoom(1)} />
      <div ref={desk} className={classes['desk']} tabIndex={0} role="region" aria-label={nameOf(file)} data-autofocus>
        {loaded.state === 'pending' && <p className={classes['says']}>{t('files.viewer.loading')}</p>}
        {loaded.state === 'refused' && (
          <p className={classes['says']} role="alert">
            {loaded.why}
          </p>
        )}
        {sheet !== null && <Drawn sheet={sheet} page={page} zoom={zoom} name={nameOf(file)} desk={desk} />}
      </div>
      <p className={classes['keys']}>{t('files.viewer.keys')}</p>
    </div>
  )
}

interface ToolsProps {
  file: AttachmentShown
  sheet: Sheet | null
  page: number
  turn: (by: number) => void
  scale: (by: number) => void
  fit: () => void
}

function Tools({ file, sheet, page, turn, scale, fit }: ToolsProps): JSX.Element {
  const texts = useTexts()
  const { t, n } = texts
  const pages = sheet?.pages ?? 1
  const tool = (label: string, icon: JSX.Element, run: () => void, disabled = sheet === null): JSX.Element => (
    <ActionIcon variant="default" size="lg" aria-label={label} title={label} disabled={disabled} onClick={run}>
      {icon}
    </ActionIcon>
  )
  const small = { size: 16, 'aria-hidden': true } as const
  return (
    <div className={classes['tools']}>
      {tool(t('files.viewer.previous'), <IconChevronLeft {...small} />, () => turn(-1), page <= 1)}
      <span className={classes['place']} role="status">
        {sheet !== null && t('files.viewer.page', { page: n(page), pages: n(pages) })}
      </span>
      {tool(t('files.viewer.next'), <IconChevronRight {...small} />, () => turn(1), page >= pages)}
      {tool(t('files.viewer.zoomOut'), <IconZoomOut {...small} />, () => scale(1 / STEP))}
      {tool(t('files.viewer.zoomIn'), <IconZoomIn {...small} />, () => scale(STEP))}
      <Button variant="default" disabled={sheet === null} onClick={fit}>
        {t('files.viewer.fit')}
      </Button>
      <span className={classes['grow']} />
      <Button
        variant="default"
        leftSection={<IconExternalLink {...small} />}
        onClick={() => void openElsewhere(texts, file)}
      >
        {t('files.actions.open')}
      </Button>
      <Button variant="default" leftSection={<IconDownload {...small} />} onClick={() => void saveCopy(texts, file)}>
        {t('files.actions.save')}
      </Button>
    </div>
  )
}

interface DrawnProps {
  sheet: Sheet
  page: number
  zoom: number
  name: string
  desk: RefObject<HTMLDivElement | null>
}

/** px left free beside a page that fits */
const MARGIN = 24

function Drawn({ sheet, page, zoom, name, desk }: DrawnProps): JSX.Element {
  const { t, n } = useTexts()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let wanted = true
    const { current } = canvas
    const room = desk.current
    if (current === null || room === null) return
    void (async () => {
      const size = await sheet.sizeOf(page)
      const fitting = Math.min(room.clientWidth - MARGIN, ((room.clientHeight - MARGIN) * size.width) / size.height)
      // a page of print is read at its width; a picture is seen whole and never blown up by itself
      const start = sheet.kind === 'pages' ? Math.min(room.clientWidth - MARGIN, 900) : Math.min(fitting, size.width)
      const width = Math.max(16, Math.round(start * zoom))
      if (!wanted) return
      await sheet.draw(page, current, { width, density: window.devicePixelRatio })
      if (!wanted) return
      current.style.width = `${width}px`
      current.dataset['drawn'] = `${page}`
    })().catch(() => setFailed(true))
    return () => {
      wanted = false
    }
  }, [sheet, page, zoom, desk])
  if (failed)
    return (
      <p className={classes['says']} role="alert">
        {t('files.viewer.broken')}
      </p>
    )
  return <canvas ref={canvas} role="img" aria-label={t('files.viewer.pageImage', { page: n(page), name })} />
}
