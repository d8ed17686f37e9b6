// Which official paper the screen “Văn bản” is about, and of what: set there, or by whatever screen asks for one.
import { create } from 'zustand'
import type { DocumentKind, DocumentWish } from '../../db/model/documents/kinds'
import { useNavigation } from './navigation'

export interface PaperLab {
  id: string
  name: string
}

interface PaperWish {
  wish: DocumentWish
  /** the laboratory that it is about, or whose accreditation; null: none yet, or all of them */
  lab: PaperLab | null
  /** asked for by another screen: made as soon as the screen stands */
  asked: boolean
  choose: (kind: DocumentKind) => void
  chooseLab: (lab: PaperLab | null) => void
  change: (wish: DocumentWish) => void
  taken: () => void
}

export const usePaperWish = create<PaperWish>()((set, get) => ({
  wish: { kind: 'report' },
  lab: null,
  asked: false,
  choose: (kind) => {
    // letters to all are what is meant until one laboratory is chosen
    const lab = kind === 'lab' || kind === 'accreditation' ? get().lab : null
    set({ lab, asked: false, wish: wishOf(kind, lab) })
  },
  chooseLab: (lab) => {
    const { wish } = get()
    const within = wish.kind === 'reminder' && wish.within !== undefined ? { within: wish.within } : {}
    set({ lab, wish: { ...wishOf(wish.kind, lab), ...within } as DocumentWish })
  },
  change: (wish) => set({ wish }),
  taken: () => set({ asked: false }),
}))

/** A paper about a record that is not chosen yet is about nothing. */
function wishOf(kind: DocumentKind, lab: PaperLab | null): DocumentWish {
  if (kind === 'labs') return { kind, query: {} }
  if (kind === 'lab') return { kind, id: lab?.id ?? '' }
  if (kind === 'accreditation') return { kind, id: '' }
  if (kind === 'reminder' && lab !== null) return { kind, labs: [lab.id] }
  return { kind }
}

/** Brings a paper about these records to the screen and makes it; one about an accreditation that is still to be chosen waits for that. */
export function openPaper(wish: DocumentWish, lab: PaperLab | null = null): void {
  usePaperWish.setState({ wish, lab, asked: isWhole(wish) })
  useNavigation.getState().go('documents')
}

/** A paper about one record needs the record. */
export const isWhole = (wish: DocumentWish): boolean =>
  (wish.kind !== 'lab' && wish.kind !== 'accreditation') || wish.id !== ''
