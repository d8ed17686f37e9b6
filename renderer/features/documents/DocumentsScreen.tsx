// “Văn bản”: choose a paper, look at its very pages, save it as Word or PDF or print it; and the templates that papers are filled from.
import { Button, SegmentedControl } from '@mantine/core'
import { IconDeviceFloppy, IconFileTypePdf, IconFileWord, IconPrinter } from '@tabler/icons-react'
import { useEffect, useState, type JSX } from 'react'
import { documentKinds, type DocumentWish } from '../../../db/model/documents/kinds'
import { useActions } from '../../actions/action'
import { Page, Panel } from '../../components/Page'
import { useDay } from '../../stores/day'
import { isWhole, usePaperWish } from '../../stores/paperWish'
import { useTexts } from '../../texts/texts'
import { openInWord, printPaper, savePaper, writeApart, type Ready } from './deeds'
import classes from './documents.module.css'
import { makePaper, usePaper } from './paperStore'
import { Preview } from './Preview'
import { TemplatePanel } from './TemplatePanel'
import { WishFields } from './WishFields'

type Side = 'paper' | 'template'

export function DocumentsScreen(): JSX.Element {
  const { t } = useTexts()
  const { wish, asked, choose, taken } = usePaperWish()
  const [side, setSide] = useState<Side>('paper')
  const day = useDay()
  const stage = usePaper((state) => state.stage)
  const ready = stage.at === 'ready' ? stage : null
  const whole = isWhole(wish)
  useEffect(() => {
    if (!asked) return
    taken()
    void makePaper(wish, day)
  }, [asked, wish, day, taken])
  useDocumentKeys(ready, whole ? () => void makePaper(wish, day) : null)
  return (
    <Page fill title={t('documents.title')} line={t('documents.line')} actions={<Deeds ready={ready} />}>
      <div className={classes['screen']}>
        <div className={classes['choice']}>
          <Panel title={t('documents.which')}>
            <div role="radiogroup" aria-label={t('documents.which')} className={classes['kinds']}>
              {documentKinds.map((kind) => (
                <label key={kind} className={classes['kind']} data-chosen={wish.kind === kind || undefined}>
                  <input
                    type="radio"
                    name="paper"
                    checked={wish.kind === kind}
                    onChange={() => choose(kind)}
                    {...(wish.kind === kind && { 'data-autofocus': true })}
                  />
                  <span>
                    <b>{t(`documents.kinds.${kind}.name`)}</b>
                    {wish.kind === kind && <small>{t(`documents.kinds.${kind}.about`)}</small>}
                  </span>
                </label>
              ))}
            </div>
          </Panel>
          <Panel title={t('documents.how')}>
            <div className={classes['part']}>
              <WishFields wish={wish} />
              {!whole && (
                <p className={classes['hint']}>{t(`documents.choose.${wish.kind as 'lab' | 'accreditation'}`)}</p>
              )}
              <div className={classes['buttons']}>
                <Button
                  title="F5"
                  disabled={!whole}
                  loading={stage.at === 'making' || stage.at === 'drawing'}
                  onClick={() => void makePaper(wish, day)}
                >
                  {t('documents.make')}
                </Button>
                {wish.kind === 'reminder' && <Apart wish={wish} day={day} />}
              </div>
            </div>
          </Panel>
        </div>
        <div className={classes['result']}>
          <SegmentedControl
            className={classes['sides'] ?? ''}
            value={side}
            onChange={(next) => setSide(next as Side)}
            data={[
              { value: 'paper', label: t('documents.sides.paper') },
              { value: 'template', label: t('documents.sides.template') },
            ]}
          />
          {side === 'paper' ? <Preview stage={stage} /> : <TemplatePanel key={wish.kind} kind={wish.kind} />}
        </div>
      </div>
    </Page>
  )
}

function Apart({ wish, day }: { wish: DocumentWish; day: string }): JSX.Element {
  const texts = useTexts()
  return (
    <Button variant="default" onClick={() => void writeApart(texts, wish, day)}>
      {texts.t('documents.apart')}
    </Button>
  )
}

function Deeds({ ready }: { ready: Ready | null }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const icon = { size: 16, 'aria-hidden': true } as const
  return (
    <>
      <Button
        variant="default"
        disabled={ready === null}
        title="Ctrl+S"
        leftSection={<IconDeviceFloppy {...icon} />}
        onClick={() => ready && void savePaper(texts, ready, 'docx')}
      >
        {t('documents.saveWord')}
      </Button>
      <Button
        variant="default"
        disabled={ready === null}
        title="Ctrl+Shift+S"
        leftSection={<IconFileTypePdf {...icon} />}
        onClick={() => ready && void savePaper(texts, ready, 'pdf')}
      >
        {t('documents.savePdf')}
      </Button>
      <Button
        variant="default"
        disabled={ready === null}
        leftSection={<IconFileWord {...icon} />}
        onClick={() => ready && void openInWord(texts, ready)}
      >
        {t('documents.open')}
      </Button>
      <Button
        variant="default"
        disabled={ready === null}
        title="Ctrl+P"
        leftSection={<IconPrinter {...icon} />}
        onClick={() => ready && void printPaper(ready)}
      >
        {t('documents.print')}
      </Button>
    </>
  )
}

function useDocumentKeys(ready: Ready | null, make: (() => void) | null): void {
  const texts = useTexts()
  useActions([
    { id: 'documents.make', label: 'documents.make', shortcut: 'F5', when: () => make !== null, run: () => make?.() },
    {
      id: 'documents.saveWord',
      label: 'documents.saveWord',
      shortcut: 'Ctrl+S',
      icon: IconDeviceFloppy,
      when: () => ready !== null,
      run: () => void (ready && savePaper(texts, ready, 'docx')),
    },
    {
      id: 'documents.savePdf',
      label: 'documents.savePdf',
      shortcut: 'Ctrl+Shift+S',
      icon: IconFileTypePdf,
      when: () => ready !== null,
      run: () => void (ready && savePaper(texts, ready, 'pdf')),
    },
    {
      id: 'print',
      bar: 'register',
      label: 'documents.print',
      shortcut: 'Ctrl+P',
      icon: IconPrinter,
      when: () => ready !== null,
      run: () => void (ready && printPaper(ready)),
    },
  ])
}
