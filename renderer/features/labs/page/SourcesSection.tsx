// Nguồn: what is only claimed, as said and set apart from facts; then what each recorded value rests on, how sure it is and when it was checked.
import { Button } from '@mantine/core'
import { IconPaperclip, IconQuote } from '@tabler/icons-react'
import type { JSX } from 'react'
import { formatDate } from '../../../../db/model/dates/partial'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { useTexts } from '../../../texts/texts'
import { useRecordWords } from '../../../useRecordWords'
import { nameOf } from '../files/fileWords'
import { useFiles } from '../files/useFiles'
import { useViewer } from '../files/viewerStore'
import { openForm } from '../forms/openForm'
import classes from './sources.module.css'
import ink from './ink.module.css'
import {
  attributeWord,
  groupClaims,
  groupSources,
  recordName,
  sourceName,
  type ClaimGroup,
  type SourceCheck,
  type SourceGroup,
} from './sources'

export interface SourcesSectionProps {
  page: LabPage
  canEdit: boolean
}

export function SourcesSection({ page, canEdit }: SourcesSectionProps): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const groups = groupSources(texts, useRecordWords(), page)
  return (
    <div className={ink['stack']}>
      {page.statements.length > 0 && <Claims page={page} />}
      <div>
        <h3 className={ink['groupTitle']}>
          {t('labPage.sources.evidence')}
          {canEdit && <AddSource page={page} />}
        </h3>
        {groups.length === 0 ? (
          <p className={ink['dim']}>{t('labPage.sources.noEvidence')}</p>
        ) : (
          <ul className={classes['sources']}>
            {groups.map((group) => (
              <Source key={group.key} group={group} page={page} canEdit={canEdit} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function AddSource({ page }: { page: LabPage }): JSX.Element {
  const { t } = useTexts()
  return (
    <Button
      variant="default"
      size="compact-sm"
      className={ink['noPrint'] ?? ''}
      onClick={() => openForm({ form: 'evidence', record: page.id, laboratory: page.id })}
    >
      {t('labPage.actions.addSource')}
    </Button>
  )
}

function Claims({ page }: { page: LabPage }): JSX.Element {
  const { t } = useTexts()
  return (
    <div className={classes['claims']}>
      <h3 className={ink['groupTitle']}>
        <IconQuote size={16} aria-hidden /> {t('labPage.sources.statements')}
      </h3>
      <p className={ink['dim']}>{t('labPage.sources.statementsHint')}</p>
      <ul>
        {groupClaims(page.statements).map((group) => (
          <ClaimsOf key={group.key} group={group} page={page} />
        ))}
      </ul>
    </div>
  )
}

function ClaimsOf({ group, page }: { group: ClaimGroup; page: LabPage }): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const words = useRecordWords()
  const { source, quote, saidOn, claims } = group
  const when =
    saidOn === null
      ? t('labPage.sources.undated')
      : t('labPage.sources.saidOn', { when: formatDate(saidOn.iso, language) })
  return (
    <li>
      {claims.map(({ id, subject, attribute, value }) => (
        <p key={id}>
          {page.accreditations.length > 1 && <span className={ink['dim']}>{recordName(texts, page, subject)} · </span>}
          {t('labPage.sources.said', { attribute: attributeWord(words, attribute), value })}
        </p>
      ))}
      {quote !== null && <blockquote>{quote}</blockquote>}
      <p className={ink['dim']}>
        — {t('labPage.sources.by', { source: sourceName(texts, source) })}, {when}
      </p>
    </li>
  )
}

interface OfSource {
  page: LabPage
  canEdit: boolean
}

function Source({ group, page, canEdit }: OfSource & { group: SourceGroup }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const { kind, source, excerpt, checks } = group
  const notes = new Set(checks.flatMap(({ about }) => about.flatMap(({ evidence }) => evidence.note ?? [])))
  return (
    <li>
      <p>
        <strong>{sourceName(texts, source)}</strong>
        <span className={ink['dim']}> · {t(`records.choices.sources.${kind}`)}</span>
      </p>
      {excerpt !== null && <blockquote>{excerpt}</blockquote>}
      {checks.map((check) => (
        <Check key={check.key} check={check} page={page} canEdit={canEdit} />
      ))}
      {[...notes].map((note) => (
        <p key={note} className={ink['dim']}>
          {note}
        </p>
      ))}
    </li>
  )
}

/** The papers that a source was seen on; each opens in the viewer. */
function EvidenceFiles({ page, evidence }: { page: LabPage; evidence: string }): JSX.Element | null {
  const load = useFiles(page)
  const files = load.state === 'ready' ? load.data.files.filter(({ record }) => record === evidence) : []
  if (files.length === 0) return null
  return (
    <span className={classes['papers']}>
      {files.map((file) => (
        <button key={file.id} type="button" className={ink['link']} onClick={() => useViewer.getState().view(file)}>
          <IconPaperclip size={14} aria-hidden /> {nameOf(file)}
        </button>
      ))}
    </span>
  )
}

/** “chưa xác minh: phòng, địa điểm “Địa điểm 1””; each name leads to its source's form. */
function Check({ check, page, canEdit }: OfSource & { check: SourceCheck }): JSX.Element {
  const { t, language } = useTexts()
  const { certainty, checkedOn, about } = check
  const checked =
    checkedOn === null
      ? t('labPage.sources.neverChecked')
      : `${t('labPage.sources.checked')} ${formatDate(checkedOn, language)}`
  return (
    <p className={classes['about']}>
      <span className={classes['certainty']} data-certainty={certainty}>
        {t(`records.choices.certainties.${certainty}`)}
      </span>
      {(certainty !== 'unverified' || checkedOn !== null) && `, ${checked}`}
      {': '}
      {about.map(({ evidence, name }, index) => (
        <span key={evidence.id}>
          {index > 0 && ', '}
          {canEdit ? (
            <button
              type="button"
              className={ink['link']}
              aria-label={t('labPage.actions.editSource', { what: name })}
              onClick={() =>
                openForm({ form: 'evidence', record: evidence.record, laboratory: page.id, id: evidence.id })
              }
            >
              {name}
            </button>
          ) : (
            name
          )}
          <EvidenceFiles page={page} evidence={evidence.id} />
        </span>
      ))}
    </p>
  )
}
