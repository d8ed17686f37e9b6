// The pages as they will be printed: the PDF itself, drawn page by page as it comes into view.
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconFileText } from '@tabler/icons-react'
import { useEffect, useRef, useState, type JSX } from 'react'
import type { OpenedPdf } from '../../components/pdf/pdf'
import { EmptyState } from '../../components/EmptyState'
import { useNavigation } from '../../stores/navigation'
import { failureSentence } from '../../texts/failureText'
import { useTexts } from '../../texts/texts'
import type { Ready } from './deeds'
import classes from './documents.module.css'
import type { Stage } from './paperStore'

export function Preview({ stage }: { stage: Stage }): JSX.Element {
  const { t } = useTexts()
  if (stage.at === 'none')
    return <EmptyState icon={IconFileText} title={t('documents.none.title')} text={t('documents.none.text')} />
  if (stage.at === 'making' || stage.at === 'drawing')
    return (
      <div role="status" className={classes['says']}>
        <p>{t(stage.at === 'making' ? 'documents.making' : 'documents.drawing')}</p>
        {stage.at === 'drawing' && (
          <Button variant="default" onClick={() => void window.shell.stopPaper()}>
            {t('documents.stop')}
          </Button>
        )}
      </div>
    )
  if (stage.at === 'failed')
    return (
      <p role="alert" className={classes['alert']}>
        <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
        <span>{stage.error === null ? t('documents.drawFailed') : whyNot(t, stage.error)}</span>
      </p>
    )
  return <Pages paper={stage} />
}

function whyNot(
  t: ReturnType<typeof useTexts>['t'],
  error: Extract<Stage, { at: 'failed' }>['error'] & object,
): string {
  const rule = error.fields?.[0]?.rule
  return rule === 'nothing_to_remind' ? t('documents.nothingToRemind') : failureSentence(t, error)
}

function Pages({ paper }: { paper: Ready }): JSX.Element {
  const { t, n } = useTexts()
  const { pdf, pages, made, wish } = paper
  const [opened, setOpened] = useState<OpenedPdf | null>(null)
  useEffect(() => {
    let own: OpenedPdf | null = null
    let wanted = true
    void import('../../components/pdf/pdf')
      // pdf.js takes the bytes it is given for itself
      .then(({ openPdf }) => openPdf(pdf.slice()))
      .then((document_) => {
        own = document_
        if (wanted) setOpened(document_)
        else document_.close()
      })
    return () => {
      wanted = false
      own?.close()
    }
  }, [pdf])
  return (
    <div className={classes['preview']}>
      <p className={classes['facts']} role="status">
        {t(`documents.kinds.${wish.kind}.name`)} · {t('documents.pages', { count: pages, shown: n(pages) })}
        {made.leftOut.length > 0 &&
          ` · ${t('documents.leftOut', { count: made.leftOut.length, shown: n(made.leftOut.length) })}`}
      </p>
      {made.missing.length > 0 && (
        <p className={classes['notice']} role="status">
          {t('documents.missing', { what: made.missing.map((key) => t(`records.settings.${key}`)).join(', ') })}{' '}
          <button type="button" className={classes['link']} onClick={() => useNavigation.getState().go('settings')}>
            {t('documents.toSettings')}
          </button>
        </p>
      )}
      <div className={classes['desk']} tabIndex={0} role="region" aria-label={t('documents.sides.paper')}>
        {opened !== null &&
          Array.from({ length: opened.pages }, (_, at) => <Sheet key={at} pdf={opened} page={at + 1} />)}
      </div>
    </div>
  )
}

/** A4 until the page itself has said its size. */
const A4 = { width: 595, height: 842 }
const WIDEST = 820

function Sheet({ pdf, page }: { pdf: OpenedPdf; page: number }): JSX.Element {
  const { t, n } = useTexts()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState(A4)
  const [near, setNear] = useState(page <= 2)
  useEffect(() => {
    const { current } = canvas
    if (current === null || near) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), { rootMargin: '600px' })
    watch.observe(current)
    return () => watch.disconnect()
  }, [near])
  useEffect(() => {
    if (!near) return
    let wanted = true
    void pdf.sizeOf(page).then(async (found) => {
      if (!wanted || canvas.current === null) return
      setSize(found)
      await pdf.draw(page, canvas.current, { width: WIDEST, density: window.devicePixelRatio })
      if (canvas.current !== null) canvas.current.dataset['drawn'] = String(page)
    })
    return () => {
      wanted = false
    }
  }, [pdf, page, near])
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={t('documents.page', { page: n(page) })}
      className={classes['sheet']}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    />
  )
}
