// Which official paper the screen “Văn bản” is about, and of what: set there, or by whatever screen asks for one.
import { create } from 'zustand'
import type { DocumentKind, DocumentWish } from '../../db/model/documents/kinds'
import { useNavigation } from './navigation'

interface PaperWish {
  wish: DocumentWish
  /** of the laboratory or accreditation that it is about, in words */
  about: string
  /** asked for by another screen: made as soon as the screen stands */
  asked: boolean
  choose: (kind: DocumentKind) => void
  change: (wish: DocumentWish) => void
  taken: () => void
}

/** A record has to be chosen elsewhere; until then the paper is about nothing. */
export const usePaperWish = create<PaperWish>()((set) => ({
  wish: { kind: 'report' },
  about: '',
  asked: false,
  choose: (kind) =>
    set({
      about: '',
      asked: false,
      wish:
        kind === 'labs'
          ? { kind, query: {} }
          : kind === 'lab' || kind === 'accreditation'
            ? { kind, id: '' }
            : { kind },
    }),
  change: (wish) => set({ wish }),
  taken: () => set({ asked: false }),
}))

/** Brings a paper about these records to the screen and makes it. */
export function openPaper(wish: DocumentWish, about = ''): void {
  usePaperWish.setState({ wish, about, asked: true })
  useNavigation.getState().go('documents')
}
