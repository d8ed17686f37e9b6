// Everything found in a text: what it is, how it stands against the register, in sentences, with a way to the laboratory's page.
import { IconCheck, IconHelp, IconInfoCircle, IconTextScan2, IconX, type Icon } from '@tabler/icons-react'
import { useEffect, useRef, type JSX } from 'react'
import type { Finding, Tone } from '../../../../db/model/check/text'
import { EmptyState } from '../../../components/EmptyState'
import { useTexts } from '../../../texts/texts'
import classes from '../check.module.css'
import { openLab, sectionOf } from '../openRecord'
import words from './text.module.css'

const signs: Record<Tone, Icon> = { bad: IconX, doubt: IconHelp, good: IconCheck, note: IconInfoCircle }
const tones = ['bad', 'doubt', 'good', 'note'] as const

export interface FindingListProps {
  findings: readonly Finding[]
  chosen: number | null
  onChoose: (at: number) => void
}

export function FindingList({ findings, chosen, onChoose }: FindingListProps): JSX.Element {
  const { t, n } = useTexts()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const item = list.current?.children[chosen ?? -1]
    item?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  if (findings.length === 0) {
    return (
      <div className={classes['answer']}>
        <EmptyState icon={IconTextScan2} title={t('check.text.nothing.title')} text={t('check.text.nothing.text')} />
      </div>
    )
  }
  const counts = tones.flatMap((tone) => {
    const count = findings.filter((finding) => finding.tone === tone).length
    return count === 0 ? [] : [`${n(count)} ${t(`check.text.tones.${tone}`)}`]
  })
  return (
    <section className={classes['answer']} aria-label={t('check.text.findings')}>
      <p role="status" className={words['counts']}>
        {t('check.text.found', { count: findings.length, shown: n(findings.length) })}: {counts.join(' · ')}
      </p>
      <ol ref={list} className={classes['findings']}>
        {findings.map((finding, at) => (
          <FindingItem
            key={`${finding.start} ${finding.kind}`}
            finding={finding}
            chosen={at === chosen}
            onChoose={() => onChoose(at)}
          />
        ))}
      </ol>
    </section>
  )
}

interface FindingItemProps {
  finding: Finding
  chosen: boolean
  onChoose: () => void
}

function FindingItem({ finding, chosen, onChoose }: FindingItemProps): JSX.Element {
  const { t } = useTexts()
  const { kind, tone, text, sentences, labs, record } = finding
  const Sign = signs[tone]
  return (
    <li className={classes['finding']} data-tone={tone} data-chosen={chosen || undefined}>
      <Sign size={18} aria-hidden />
      <div>
        <button type="button" className={words['found']} aria-pressed={chosen} onClick={onChoose}>
          <span className={words['kind']}>{t(`check.text.kinds.${kind}`)}</span> “{text}”{' '}
          <span className={words['tone']}>{t(`check.text.tones.${tone}`)}</span>
        </button>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {labs.length > 0 && (
          <div className={classes['proof']}>
            {labs.slice(0, 3).map((lab) => (
              <button
                key={lab.id}
                type="button"
                className={classes['link']}
                onClick={() => openLab(lab.id, sectionOf(record))}
              >
                {lab.name}
              </button>
            ))}
          </div>
        )}
      </div>
    </li>
  )
}
