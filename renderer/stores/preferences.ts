// What belongs to this machine and not to the register: language, theme, row height. Values that no longer read fall back.
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { z } from 'zod'

const Preferences = z.object({
  language: z.enum(['vi', 'en']).catch('vi'),
  theme: z.enum(['auto', 'light', 'dark']).catch('auto'),
  density: z.enum(['compact', 'normal', 'comfortable']).catch('normal'),
})
export type Preferences = z.infer<typeof Preferences>

const KEY = 'so.preferences'

interface PreferencesStore extends Preferences {
  change: (part: Partial<Preferences>) => void
}

export const usePreferences = create<PreferencesStore>()(
  persist(
    (set) => ({
      language: 'vi',
      theme: 'auto',
      density: 'normal',
      change: (part) => set(part),
    }),
    {
      name: KEY,
      storage: createJSONStorage(() => localStorage),
      partialize: ({ language, theme, density }) => ({ language, theme, density }),
      merge: (stored, initial) => ({
        ...initial,
        ...Preferences.catch({ language: 'vi', theme: 'auto', density: 'normal' }).parse(stored ?? {}),
      }),
    },
  ),
)

// what one window changes, the others take over at once
window.addEventListener('storage', ({ key }) => {
  if (key === KEY) void usePreferences.persist.rehydrate()
})
