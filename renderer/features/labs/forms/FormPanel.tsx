// The open form, beside the work and never over it: a column at the right edge of the window, as wide as it was left. Mounted once, by App.
import { useEffect, useLayoutEffect, type CSSProperties, type JSX } from 'react'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { z } from 'zod'
import { useCloser } from '../../../actions/closers'
import { ResizeHandle } from '../../../components/ResizeHandle'
import { toast } from '../../../components/toast'
import { useTexts } from '../../../texts/texts'
import { BulkForm } from '../many/BulkForm'
import { AccreditationForm } from './AccreditationForm'
import { AnnexForm } from './AnnexForm'
import { DecisionForm } from './DecisionForm'
import { EvidenceForm } from './EvidenceForm'
import classes from './forms.module.css'
import { LaboratoryForm } from './LaboratoryForm'
import { useFormStore, type FormTarget } from './openForm'
import { OrganizationForm } from './OrganizationForm'
import { ScopeLineForm } from './ScopeLineForm'
import { SiteForm } from './SiteForm'

const MIN = 380
const MAX = 820
const START = 480
const Stored = z.object({ width: z.number().min(MIN).max(MAX).catch(START) })

const useWidth = create<{ width: number; setWidth: (width: number) => void }>()(
  persist((set) => ({ width: START, setWidth: (width) => set({ width: Math.round(width) }) }), {
    name: 'so.form',
    storage: createJSONStorage(() => localStorage),
    partialize: ({ width }) => ({ width }),
    merge: (stored, initial) => ({ ...initial, ...Stored.safeParse(stored ?? {}).data }),
  }),
)

export function FormPanel(): JSX.Element | null {
  const { t } = useTexts()
  const { target, opening, asking, request, stay } = useFormStore()
  const { width, setWidth } = useWidth()
  const open = target !== null
  useCloser(open, () => (asking === null ? request(null) : stay()))
  useRoom(open, width)
  useFirstField(opening)
  useOtherRegister(t('forms.unsaved.otherRegister'))
  if (target === null) return null
  return (
    <aside
      className={classes['panel']}
      style={{ '--form-width': `${width}px` } as CSSProperties}
      data-region="form"
      aria-labelledby="form-title"
    >
      <TargetForm key={opening} target={target} />
      <ResizeHandle label={t('forms.resize')} value={width} min={MIN} max={MAX} onChange={setWidth} />
    </aside>
  )
}

function TargetForm({ target }: { target: FormTarget }): JSX.Element {
  switch (target.form) {
    case 'laboratory':
      return <LaboratoryForm target={target} />
    case 'many':
      return <BulkForm target={target} />
    case 'organization':
      return <OrganizationForm target={target} />
    case 'site':
      return <SiteForm target={target} />
    case 'accreditation':
      return <AccreditationForm target={target} />
    case 'decision':
      return <DecisionForm target={target} />
    case 'annex':
      return <AnnexForm target={target} />
    case 'scopeLine':
      return <ScopeLineForm target={target} />
    case 'evidence':
      return <EvidenceForm target={target} />
  }
}

/** Makes room for the panel at the right of the frame, and keeps short messages off its buttons (forms.module.css). */
function useRoom(open: boolean, width: number): void {
  useLayoutEffect(() => {
    if (!open) return
    const { documentElement: page } = document
    page.dataset['form'] = 'open'
    page.style.setProperty('--form-room', `${width}px`)
    return () => {
      delete page.dataset['form']
      page.style.removeProperty('--form-room')
    }
  }, [open, width])
}

/** Another window opened another register: what is typed here belongs to the old one and must not be saved into the new one. */
function useOtherRegister(words: string): void {
  useEffect(
    () =>
      window.registry.onChanged((areas) => {
        const { target, dirty, goTo } = useFormStore.getState()
        if (!areas.includes('*') || target === null) return
        goTo(null)
        if (dirty) toast({ text: words, tone: 'failed' })
      }),
    [words],
  )
}

/** The focus goes into the panel at once; RecordPanel takes it to the first field when the record is there. */
function useFirstField(opening: number): void {
  useEffect(() => {
    const close = document.querySelector<HTMLElement>('[data-region="form"] header button')
    const panel = document.querySelector('[data-region="form"]')
    if (close !== null && panel !== null && !panel.contains(document.activeElement)) close.focus()
  }, [opening])
}
