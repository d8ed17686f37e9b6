// A laboratory's page: title, line of truth, then its parts in one scroll with an index above them. Nothing is computed here; the day
// it is for came with the answer.
import { Button } from '@mantine/core'
import { IconHelp, IconPencil, IconPlus, IconPrinter, IconSearch, IconTrash } from '@tabler/icons-react'
import { useEffect, useId, useRef, type JSX, type ReactNode, type RefObject } from 'react'
import { formatDate } from '../../../../db/model/dates/partial'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { useActions } from '../../../actions/action'
import { EmptyState } from '../../../components/EmptyState'
import { Page, Panel } from '../../../components/Page'
import { StatusIcon } from '../../../components/StatusIcon'
import { formatInstant } from '../../../texts/instants'
import { useNavigation } from '../../../stores/navigation'
import { useTexts } from '../../../texts/texts'
import { useCanEdit } from '../../../useCanEdit'
import { FilesSection } from '../files/FilesSection'
import { FileViewer } from '../files/FileViewer'
import { openForm } from '../forms/openForm'
import { AccreditationCard } from './AccreditationCard'
import { DecisionsSection } from './DecisionsSection'
import { FlagList } from './FlagList'
import { GeneralPanel } from './GeneralPanel'
import { HistorySection } from './HistorySection'
import { NotesSection } from './NotesSection'
import cards from './cards.module.css'
import classes from './page.module.css'
import { PageActions } from './PageActions'
import { ScopeSection } from './ScopeSection'
import { sectionId, sections, useSections, type Reading, type Section } from './sections'
import { hasSignatories, SignatoriesSection } from './SignatoriesSection'
import { SitesSection } from './SitesSection'
import { SourcesSection } from './SourcesSection'
import { restoreLab } from './trash'
import { truthOf } from './truth'
import { usePrint } from './usePrint'
import { ownerAndArea } from './wording'

export interface LabSheetProps {
  page: LabPage
  /** the part to begin at */
  section: string | undefined
}

export function LabSheet({ page, section }: LabSheetProps): JSX.Element {
  const texts = useTexts()
  const scroller = useRef<HTMLDivElement>(null)
  const scopeSearch = useRef<HTMLInputElement>(null)
  const allowed = useCanEdit()
  const canEdit = allowed && page.trashedAt === null
  const reading = useSections(scroller, section)
  const shown = sections.filter((section) => section !== 'signatories' || hasSignatories(page))
  const { printing, print } = usePrint(page)
  useFirstFocus(scroller)
  usePageKeys({ page, canEdit, print, scopeSearch, reading })
  return (
    <Page
      fill
      title={page.nameVi || texts.t('labPage.noName')}
      line={<HeadLines page={page} />}
      actions={
        <div className={classes['pageActions']}>
          <PageActions page={page} canEdit={allowed} onPrint={print} />
        </div>
      }
      {...(page.trashedAt !== null && { toolbar: <TrashBand page={page} canRestore={allowed} /> })}
    >
      <div
        ref={scroller}
        tabIndex={-1}
        className={classes['scroller']}
        data-scroller
        data-printing={printing || undefined}
      >
        <SectionIndex reading={reading} shown={shown} />
        <div className={classes['sheet']}>
          <Part section="accreditations">
            <div className={cards['top']}>
              <div className={cards['cards']}>
                <Accreditations page={page} canEdit={canEdit} />
                {page.flags.length > 0 && <ToLookAt flags={page.flags} />}
              </div>
              <GeneralPanel page={page} />
            </div>
          </Part>
          <Part section="decisions">
            <DecisionsSection page={page} canEdit={canEdit} />
          </Part>
          <Part section="scope">
            <ScopeSection page={page} canEdit={canEdit} printing={printing} searchRef={scopeSearch} />
          </Part>
          <Part section="sites">
            <SitesSection page={page} canEdit={canEdit} />
          </Part>
          {shown.includes('signatories') && (
            <Part section="signatories">
              <SignatoriesSection page={page} />
            </Part>
          )}
          <Part section="files">
            <FilesSection page={page} canEdit={canEdit} />
          </Part>
          <Part section="sources">
            <SourcesSection page={page} canEdit={canEdit} />
          </Part>
          <Part section="notes">
            <NotesSection page={page} />
          </Part>
          <Part section="history">
            <HistorySection page={page} />
          </Part>
        </div>
      </div>
      <FileViewer />
    </Page>
  )
}

function HeadLines({ page }: { page: LabPage }): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const { dissolvedOn } = page
  return (
    <>
      <span className={classes['owner']}>{ownerAndArea(texts, page)}</span>
      <span className={classes['truth']} data-status={page.status}>
        <StatusIcon status={page.status} size={16} />
        {truthOf(texts, page)}
      </span>
      <span className={classes['asOf']}>{t('labPage.asOf', { day: formatDate(page.day, language) })}</span>
      {dissolvedOn !== null && (
        <span className={classes['owner']}>
          {t('labPage.dissolved', { when: formatDate(dissolvedOn.iso, language) })}
        </span>
      )}
    </>
  )
}

function TrashBand({ page, canRestore }: { page: LabPage; canRestore: boolean }): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  return (
    <div role="status" className={classes['band']}>
      <IconTrash size={16} aria-hidden />
      {t('labPage.trash.band', { when: formatInstant(page.trashedAt ?? '', language) })}
      {page.mergedInto !== null && <MergedInto into={page.mergedInto} />}
      {canRestore && (
        <Button size="compact-sm" variant="default" onClick={() => void restoreLab(texts, page)}>
          {t('labPage.trash.restore')}
        </Button>
      )}
    </div>
  )
}

function MergedInto({ into }: { into: NonNullable<LabPage['mergedInto']> }): JSX.Element {
  const { t } = useTexts()
  return (
    <Button size="compact-sm" variant="default" onClick={() => useNavigation.getState().go('lab', { id: into.id })}>
      {t('twins.mergedInto', { name: into.name })}
    </Button>
  )
}

function SectionIndex({ reading, shown }: { reading: Reading; shown: readonly Section[] }): JSX.Element {
  const { t } = useTexts()
  return (
    <nav className={classes['index']} aria-label={t('labPage.sectionsLabel')}>
      <ul>
        {shown.map((section) => (
          <li key={section}>
            <button
              type="button"
              aria-current={reading.at === section ? 'location' : undefined}
              onClick={() => reading.goTo(section)}
            >
              {t(`labPage.sections.${section}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Part({ section, children }: { section: Section; children: ReactNode }): JSX.Element {
  const { t } = useTexts()
  const heading = useId()
  return (
    <section
      id={sectionId(section)}
      tabIndex={-1}
      className={classes['part']}
      data-section={section}
      aria-labelledby={heading}
    >
      <h2 id={heading}>{t(`labPage.sections.${section}`)}</h2>
      {children}
    </section>
  )
}

function Accreditations({ page, canEdit }: { page: LabPage; canEdit: boolean }): JSX.Element {
  const { t } = useTexts()
  if (page.accreditations.length === 0) {
    const add = canEdit && (
      <Button
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => openForm({ form: 'accreditation', laboratory: page.id })}
      >
        {t('labPage.actions.addAccreditation')}
      </Button>
    )
    return (
      <EmptyState title={t('labPage.accreditation.none')} text={t('labPage.accreditation.noneText')} action={add} />
    )
  }
  return (
    <>
      {page.accreditations.map((accreditation) => (
        <AccreditationCard key={accreditation.id} page={page} accreditation={accreditation} canEdit={canEdit} />
      ))}
    </>
  )
}

function ToLookAt({ flags }: Pick<LabPage, 'flags'>): JSX.Element {
  const { t, n } = useTexts()
  const count = flags.length
  return (
    <Panel title={t('labPage.flags.count', { count, shown: n(count) })}>
      <FlagList flags={flags} />
    </Panel>
  )
}

/** The page comes after its answer, when the frame has given the focus to the region already: from there it goes on to what scrolls. */
function useFirstFocus(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const focused = document.activeElement
    if (focused === document.body || (focused !== null && focused.contains(scroller.current))) {
      scroller.current?.focus({ preventScroll: true })
    }
  }, [scroller])
}

interface PageKeys {
  page: LabPage
  canEdit: boolean
  print: () => void
  scopeSearch: RefObject<HTMLInputElement | null>
  reading: Reading
}

/** `print` and `lab.add` are also ids of menu commands (electron/menu.ts). */
function usePageKeys({ page, canEdit, print, scopeSearch, reading }: PageKeys): void {
  useActions([
    {
      id: 'labPage.edit',
      label: 'labPage.keys.edit',
      shortcut: 'F2',
      icon: IconPencil,
      // where nothing can be changed the form says why
      when: () => page.trashedAt === null,
      run: () => openForm({ form: 'laboratory', id: page.id }),
    },
    {
      id: 'labPage.find',
      label: 'labPage.keys.find',
      shortcut: 'Ctrl+F',
      icon: IconSearch,
      when: () => scopeSearch.current !== null,
      run: () => {
        reading.goTo('scope')
        scopeSearch.current?.focus({ preventScroll: true })
      },
    },
    {
      id: 'labPage.why',
      label: 'labPage.why.key',
      shortcut: 'Alt+Enter',
      icon: IconHelp,
      run: () => {
        reading.goTo('accreditations')
        document.querySelector<HTMLButtonElement>(`#${sectionId('accreditations')} button[data-status]`)?.click()
      },
    },
    {
      id: 'labPage.next',
      label: 'labPage.keys.nextPart',
      shortcut: 'Ctrl+PageDown',
      hidden: true,
      run: () => reading.step(1),
    },
    {
      id: 'labPage.previous',
      label: 'labPage.keys.previousPart',
      shortcut: 'Ctrl+PageUp',
      hidden: true,
      run: () => reading.step(-1),
    },
    { id: 'print', label: 'labPage.keys.print', shortcut: 'Ctrl+P', icon: IconPrinter, run: print },
    {
      id: 'lab.add',
      label: 'labs.actions.add',
      shortcut: 'Ctrl+N',
      icon: IconPlus,
      when: () => canEdit,
      run: () => openForm({ form: 'laboratory' }),
    },
  ])
}
