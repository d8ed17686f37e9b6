// “Tra cứu năng lực”: one box; who can test it on the day, then who could and why not. Nobody is said aloud, with the day and with how much
// of the register is still without scope.
import { Button } from '@mantine/core'
import { IconCopy, IconSearch, IconVocabulary } from '@tabler/icons-react'
import { useEffect, useRef, useState, type JSX, type RefObject } from 'react'
import type { CapabilityRow } from '../../../db/model/capability'
import { formatDate } from '../../../db/model/dates/partial'
import { useActions, type Action } from '../../actions/action'
import { LoadFailed } from '../../components/LoadFailed'
import { Page } from '../../components/Page'
import { SearchBox } from '../../components/SearchBox'
import { Skeleton } from '../../components/Skeleton'
import { Toolbar } from '../../components/Toolbar'
import { TableExport } from '../../exports/TableExport'
import { Details } from '../../frame/Details'
import type { ScreenProps } from '../../screens'
import { useDay } from '../../stores/day'
import { useGridLayout } from '../../stores/layouts'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import { AnswerTables, openLab } from './AnswerTables'
import classes from './capability.module.css'
import { useCapabilityStore, useQueryOfPlace } from './capabilityStore'
import { LAYOUT, useCapabilityColumns } from './columns'
import { LineDetails } from './LineDetails'
import { Nobody } from './Nobody'
import { StartHere } from './StartHere'
import { Understood } from './Understood'
import { useCapability, type Answer } from './useCapability'
import { useCopyTable } from './useCopyTable'

const openTerms = (): void => useNavigation.getState().go('terms')
const toTerms: Action = {
  id: 'capability.terms',
  shortcut: 'Ctrl+Alt+K',
  label: 'capability.actions.terms',
  icon: IconVocabulary,
  run: openTerms,
}

export function CapabilityScreen({ params }: ScreenProps): JSX.Element {
  useQueryOfPlace(params)
  const { t, language } = useTexts()
  const { query, ask } = useCapabilityStore()
  const day = useDay()
  const answer = useCapability(query)
  const search = useRef<HTMLInputElement>(null)
  const tables = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<CapabilityRow | null>(null)
  const copy = useCopyTable([...answer.can, ...answer.could])
  const leave = useLeaving(tables)
  const focusSearch = (): void => {
    search.current?.focus()
    search.current?.select()
  }
  useActions([
    { id: 'capability.find', label: 'capability.actions.find', shortcut: 'Ctrl+F', icon: IconSearch, run: focusSearch },
    {
      id: 'capability.copy',
      shortcut: 'Ctrl+Alt+G',
      label: 'capability.actions.copy',
      icon: IconCopy,
      when: () => answer.can.length + answer.could.length > 0,
      run: copy,
    },
    toTerms,
  ])
  const rows = answer.can.length + answer.could.length
  const toolbar = (
    <>
      <Toolbar
        label={t('capability.search.label')}
        end={
          rows > 0 && (
            <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
              {t('capability.copy')}
            </Button>
          )
        }
      >
        <SearchBox
          main
          ref={search}
          label={t('capability.search.label')}
          placeholder={t('capability.search.placeholder')}
          value={query}
          width={680}
          busy={answer.state === 'pending' || answer.refreshing}
          onSearch={ask}
          onLeave={leave}
        />
      </Toolbar>
      {answer.first !== null && <Understood answer={answer.first} />}
    </>
  )
  return (
    <Page
      fill
      title={t('capability.title')}
      line={t('capability.line', { day: formatDate(day, language) })}
      actions={<HeadButtons answer={answer} question={query} />}
      toolbar={toolbar}
    >
      {answer.state === 'idle' && <StartHere onAsk={ask} />}
      {answer.state === 'error' && answer.error !== null && (
        <LoadFailed error={answer.error} onRetry={answer.refetch} />
      )}
      {answer.state === 'pending' && <Skeleton lines={6} />}
      {answer.state === 'ready' && (
        <Answered answer={answer} onActive={setActive} onLeave={focusSearch} tablesRef={tables} />
      )}
      <Details nothing={t('capability.chooseRow')}>
        {active === null || rows === 0 ? null : <LineDetails row={active} onOpen={() => openLab(active)} />}
      </Details>
    </Page>
  )
}

function HeadButtons({ answer, question }: { answer: Answer; question: string }): JSX.Element {
  const { t } = useTexts()
  return (
    <>
      <Button variant="default" leftSection={<IconVocabulary size={16} aria-hidden />} onClick={openTerms}>
        {t('capability.terms')}
      </Button>
      <AnswerExport answer={answer} question={question} />
    </>
  )
}

/** The whole answer as one table, as it is copied: who can, then who could, the answer in the first column. */
function AnswerExport({ answer, question }: { answer: Answer; question: string }): JSX.Element {
  const { t } = useTexts()
  const columns = useCapabilityColumns('can')
  const [layout] = useGridLayout(`${LAYOUT}.can`)
  const rows = [...answer.can, ...answer.could]
  return (
    <TableExport
      id="capability.export"
      title={t('capability.title')}
      about={[t('exports.about.question', { text: question })]}
      {...{ columns, layout }}
      count={rows.length}
      rows={(most) => rows.slice(0, most)}
    />
  )
}

/** ↓ may come before the answer it is meant for, even before there is a table: until the next key or click every answer gives the focus to its first table. */
function useLeaving(tables: RefObject<HTMLElement | null>): () => void {
  const leaving = useRef(false)
  const focusFirst = (): void => tables.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  useEffect(() => {
    if (leaving.current) focusFirst()
  })
  useEffect(() => {
    const stay = (): void => void (leaving.current = false)
    const acts = ['keydown', 'pointerdown'] as const
    for (const act of acts) window.addEventListener(act, stay, true)
    return () => acts.forEach((act) => window.removeEventListener(act, stay, true))
  }, [])
  return () => {
    leaving.current = true
    focusFirst()
  }
}

interface AnsweredProps {
  answer: Answer
  onActive: (row: CapabilityRow | null) => void
  onLeave: () => void
  tablesRef: RefObject<HTMLDivElement | null>
}

function Answered({ answer, onActive, onLeave, tablesRef }: AnsweredProps): JSX.Element {
  const { t } = useTexts()
  const { can, could, open, hasMore, goesOn, loadingMore, more, refreshing, first, unscoped } = answer
  return (
    <div className={classes['answered']}>
      {first !== null && can.length === 0 && !goesOn && <Nobody {...{ first, open, unscoped }} could={could.length} />}
      <AnswerTables
        question={`${first?.query} ${first?.day}`}
        {...{ can, could, open, hasMore, onActive, onLeave }}
        busy={refreshing}
        ref={tablesRef}
      />
      {hasMore && !goesOn && (
        <div className={classes['more']}>
          <Button variant="default" loading={loadingMore} onClick={more}>
            {t('capability.more')}
          </Button>
        </div>
      )}
    </div>
  )
}
