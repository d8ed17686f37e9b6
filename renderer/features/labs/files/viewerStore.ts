// Which attached file is looked at; null: none.
import { create } from 'zustand'
import type { AttachmentShown } from '../../../../db/model/shapes/attachments'

interface ViewerStore {
  file: AttachmentShown | null
  view: (file: AttachmentShown | null) => void
}

export const useViewer = create<ViewerStore>()((set) => ({ file: null, view: (file) => set({ file }) }))
