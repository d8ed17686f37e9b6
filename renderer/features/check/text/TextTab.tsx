// “Dán văn bản”: the text at the left, marked where something was found; at the right what was found, in the order of the text.
import { Button, Textarea } from '@mantine/core'
import { IconArrowBackUp, IconPrinter, IconTextScan2 } from '@tabler/icons-react'
import { useRef, useState, type JSX, type KeyboardEvent } from 'react'
import type { TextCheck } from '../../../../db/model/check/text'
import { formatDate } from '../../../../db/model/dates/partial'
import { useActions } from '../../../actions/action'
import { EmptyState } from '../../../components/EmptyState'
import { LoadFailed } from '../../../components/LoadFailed'
import { Skeleton } from '../../../components/Skeleton'
import { printOnLightPaper } from '../../../lightPaper'
import { useDay } from '../../../stores/day'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import classes from '../check.module.css'
import { useCheckStore } from '../checkStore'
import { FindingList } from './FindingList'
import { MarkedText } from './MarkedText'
import editor from './text.module.css'

const MOST = 200_000

export function TextTab(): JSX.Element {
  const { t, language } = useTexts()
  const { askedText, askText } = useCheckStore()
  const day = useDay()
  const answer = useCall('reports.checkText', { text: askedText ?? '', day, language }, { enabled: askedText !== null })
  const area = useRef<HTMLTextAreaElement>(null)
  const answered = askedText !== null && answer.state === 'ready'
  useActions([
    {
      id: 'check.again',
      label: 'check.text.edit',
      shortcut: 'Ctrl+F',
      icon: IconArrowBackUp,
      run: () => {
        askText(null)
        requestAnimationFrame(() => area.current?.focus())
      },
    },
    {
      id: 'print',
      label: 'check.actions.print',
      shortcut: 'Ctrl+P',
      icon: IconPrinter,
      when: () => answered,
      run: printOnLightPaper,
    },
  ])
  return (
    <div className={classes['text']}>
      {answered ? <Answered answer={answer.data} /> : <Editor areaRef={area} />}
      {!answered && (
        <div className={classes['answer']}>
          {askedText === null && (
            <EmptyState icon={IconTextScan2} title={t('check.text.start.title')} text={t('check.text.start.text')} />
          )}
          {askedText !== null && answer.state === 'pending' && <Skeleton lines={7} />}
          {askedText !== null && answer.state === 'error' && (
            <LoadFailed error={answer.error} onRetry={answer.refetch} />
          )}
        </div>
      )}
    </div>
  )
}

function Editor({ areaRef }: { areaRef: React.RefObject<HTMLTextAreaElement | null> }): JSX.Element {
  const { t } = useTexts()
  const { text, write, askText } = useCheckStore()
  const ready = text.trim() !== ''
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing || !ready) return
    event.preventDefault()
    askText(text)
  }
  return (
    <div className={editor['editor']}>
      <Textarea
        ref={areaRef}
        label={t('check.text.label')}
        placeholder={t('check.text.placeholder')}
        value={text}
        maxLength={MOST}
        data-autofocus
        spellCheck={false}
        classNames={{
          root: editor['areaRoot'] ?? '',
          wrapper: editor['areaWrapper'] ?? '',
          input: editor['area'] ?? '',
        }}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes['buttons']}>
        <Button disabled={!ready} onClick={() => askText(text)}>
          {t('check.text.check')}
        </Button>
      </div>
    </div>
  )
}

function Answered({ answer }: { answer: TextCheck }): JSX.Element {
  const { t, language } = useTexts()
  const { write, askText } = useCheckStore()
  const [chosen, choose] = useState<number | null>(null)
  return (
    <>
      <div className={editor['editor']}>
        <div className={classes['buttons']}>
          <Button variant="default" onClick={() => askText(null)}>
            {t('check.text.edit')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              write('')
              askText(null)
            }}
          >
            {t('check.text.clear')}
          </Button>
          <output>{t('check.text.onDay', { day: formatDate(answer.day, language) })}</output>
        </div>
        {answer.reading === 'tcvn3' && <p className={classes['hint']}>{t('check.text.tcvn3')}</p>}
        <MarkedText answer={answer} chosen={chosen} onChoose={choose} />
      </div>
      <FindingList findings={answer.findings} chosen={chosen} onChoose={choose} />
    </>
  )
}
