// The text as it was read, with a mark on everything found. What lies within another mark has its place in the list only.
import { useEffect, useRef, type JSX } from 'react'
import type { Finding, TextCheck } from '../../../../db/model/check/text'
import { useTexts } from '../../../texts/texts'
import classes from './text.module.css'

export interface MarkedTextProps {
  answer: TextCheck
  chosen: number | null
  onChoose: (at: number) => void
}

export function MarkedText({ answer, chosen, onChoose }: MarkedTextProps): JSX.Element {
  const { t } = useTexts()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const scroller = box.current
    const mark = scroller?.querySelector<HTMLElement>(`[data-at="${chosen}"]`)
    if (scroller === null || mark === null || mark === undefined) return
    // only the box moves: the browser's own scrolling into view would move the frame around it too
    const { top, bottom } = mark.getBoundingClientRect()
    const own = scroller.getBoundingClientRect()
    if (top < own.top || bottom > own.bottom) scroller.scrollTop += top - own.top - own.height / 3
  }, [chosen])
  return (
    <div ref={box} className={classes['marked']} role="region" aria-label={t('check.text.marked')} tabIndex={0}>
      {pieces(answer).map(({ text, at, finding }) =>
        finding === null ? (
          text
        ) : (
          <mark
            key={at}
            data-at={at}
            data-tone={finding.tone}
            data-chosen={at === chosen || undefined}
            onClick={() => onChoose(at)}
          >
            {text}
          </mark>
        ),
      )}
    </div>
  )
}

type Piece = { text: string; at: number; finding: Finding | null }

function pieces({ text, findings }: TextCheck): Piece[] {
  const found: Piece[] = []
  let from = 0
  for (const [at, finding] of findings.entries()) {
    if (finding.start < from) continue
    found.push({ text: text.slice(from, finding.start), at, finding: null })
    found.push({ text: finding.text, at, finding })
    from = finding.end
  }
  return [...found, { text: text.slice(from), at: -1, finding: null }]
}
