// Every screen there is, in the order of the rail. A screen stands here when it exists, never before; it is loaded when first shown.
import {
  IconBandage,
  IconBooks,
  IconCalendarDue,
  IconChecklist,
  IconClipboardCheck,
  IconCopyCheck,
  IconDeviceFloppy,
  IconFileExport,
  IconFileText,
  IconFlask,
  IconHistory,
  IconLayoutDashboard,
  IconListNumbers,
  IconListSearch,
  IconSettings,
  IconTableImport,
  IconTableShare,
  IconTrash,
  IconVocabulary,
  type Icon,
} from '@tabler/icons-react'
import type { QueryClient } from '@tanstack/react-query'
import { createElement, lazy, useState, type ComponentType, type ReactNode } from 'react'
import { TaskCount } from './TaskCount'
import type { TextKey } from './texts/texts'
import { PinnedViews } from './views/PinnedViews'

export interface ScreenProps {
  /** parameters of the place, from the address or from `go` */
  params: Readonly<Record<string, string>>
}

export interface Screen {
  key: string
  label: TextKey
  icon: Icon
  /** goes there from anywhere; Ctrl+digit, so that it also works while typing */
  shortcut?: string
  /** where it stands in the rail; null: reached from other screens only */
  rail: 'main' | 'foot' | null
  /** a number beside its name in the rail */
  badge?: ComponentType
  /** what of this screen people pinned under the rail's main entries */
  pinned?: ComponentType<{ open: boolean }>
  /** the rail entry that is marked while this screen is shown, when it has none of its own */
  under?: string
  component: ComponentType<ScreenProps>
  /** begins to load what the component needs, before it is shown */
  load?: () => Promise<Loaded>
}

interface Loaded {
  default: ComponentType<ScreenProps>
  /** asks what the screen shows first, before it is shown */
  ask?: (client: QueryClient, params: ScreenProps['params']) => Promise<void>
}

/** Code that has come is drawn in the same turn: React's `lazy` alone would draw the skeleton first. */
function shown(read: () => Promise<Loaded>): Required<Pick<Screen, 'component' | 'load'>> {
  let loaded: Loaded | null = null
  const load = async (): Promise<Loaded> => (loaded = await read())
  const Late = lazy(load)
  function Shown(props: ScreenProps): ReactNode {
    // the same one as long as the screen stands
    const [component] = useState(() => loaded?.default ?? Late)
    return createElement(component, props)
  }
  return { component: Shown, load }
}

export const screens: readonly Screen[] = [
  {
    key: 'overview',
    label: 'frame.screens.overview',
    icon: IconLayoutDashboard,
    shortcut: 'Ctrl+1',
    rail: 'main',
    ...shown(() =>
      import('./features/overview/OverviewScreen').then((file) => ({
        default: file.OverviewScreen,
        ask: file.askOverview,
      })),
    ),
  },
  {
    key: 'labs',
    label: 'frame.screens.labs',
    icon: IconFlask,
    shortcut: 'Ctrl+2',
    rail: 'main',
    pinned: PinnedViews,
    ...shown(() =>
      import('./features/labs/list/LabList').then((file) => ({ default: file.LabList, ask: file.askList })),
    ),
  },
  {
    key: 'lab',
    label: 'labPage.screen',
    icon: IconFlask,
    rail: null,
    under: 'labs',
    ...shown(() => import('./features/labs/page/LabPageScreen').then((file) => ({ default: file.LabPageScreen }))),
  },
  {
    key: 'capability',
    label: 'frame.screens.capability',
    icon: IconListSearch,
    shortcut: 'Ctrl+5',
    rail: 'main',
    ...shown(() =>
      import('./features/capability/CapabilityScreen').then((file) => ({ default: file.CapabilityScreen })),
    ),
  },
  {
    key: 'terms',
    label: 'terms.title',
    icon: IconVocabulary,
    rail: null,
    under: 'capability',
    ...shown(() => import('./features/terms/TermsScreen').then((file) => ({ default: file.TermsScreen }))),
  },
  {
    key: 'check',
    label: 'frame.screens.check',
    icon: IconClipboardCheck,
    shortcut: 'Ctrl+6',
    rail: 'main',
    ...shown(() => import('./features/check/CheckScreen').then((file) => ({ default: file.CheckScreen }))),
  },
  {
    key: 'expiries',
    label: 'frame.screens.expiries',
    icon: IconCalendarDue,
    shortcut: 'Ctrl+7',
    rail: 'main',
    ...shown(() => import('./features/tasks/ExpiriesScreen').then((file) => ({ default: file.ExpiriesScreen }))),
  },
  {
    key: 'tasks',
    label: 'frame.screens.tasks',
    icon: IconChecklist,
    shortcut: 'Ctrl+8',
    rail: 'main',
    badge: TaskCount,
    ...shown(() => import('./features/tasks/TasksScreen').then((file) => ({ default: file.TasksScreen }))),
  },
  {
    key: 'twins',
    label: 'twins.title',
    icon: IconCopyCheck,
    rail: null,
    under: 'tasks',
    ...shown(() => import('./features/twins/TwinsScreen').then((file) => ({ default: file.TwinsScreen }))),
  },
  {
    key: 'twinCompare',
    label: 'twins.merge.screen',
    icon: IconCopyCheck,
    rail: null,
    under: 'tasks',
    ...shown(() => import('./features/twins/MergeScreen').then((file) => ({ default: file.MergeScreen }))),
  },
  {
    key: 'figures',
    label: 'frame.screens.figures',
    icon: IconListNumbers,
    shortcut: 'Ctrl+Alt+F',
    rail: 'main',
    ...shown(() => import('./features/figures/FiguresScreen').then((file) => ({ default: file.FiguresScreen }))),
  },
  {
    key: 'documents',
    label: 'frame.screens.documents',
    icon: IconFileText,
    shortcut: 'Ctrl+Alt+V',
    rail: 'main',
    ...shown(() => import('./features/documents/DocumentsScreen').then((file) => ({ default: file.DocumentsScreen }))),
  },
  {
    key: 'labsSheet',
    label: 'many.sheet.screen',
    icon: IconFlask,
    rail: null,
    under: 'labs',
    ...shown(() => import('./features/labs/sheet/SheetScreen').then((file) => ({ default: file.SheetScreen }))),
  },
  {
    key: 'scopeEntry',
    label: 'scope.entry.screen',
    icon: IconFlask,
    rail: null,
    under: 'labs',
    ...shown(() => import('./features/scope/EntryScreen').then((file) => ({ default: file.EntryScreen }))),
  },
  {
    key: 'scopeCompare',
    label: 'scope.compare.screen',
    icon: IconFlask,
    rail: null,
    under: 'labs',
    ...shown(() => import('./features/scope/CompareScreen').then((file) => ({ default: file.CompareScreen }))),
  },
  {
    key: 'journal',
    label: 'frame.screens.journal',
    icon: IconHistory,
    shortcut: 'Ctrl+3',
    rail: 'foot',
    ...shown(() => import('./features/journal/JournalScreen').then((file) => ({ default: file.JournalScreen }))),
  },
  {
    key: 'imports',
    label: 'frame.screens.imports',
    icon: IconTableImport,
    shortcut: 'Ctrl+9',
    rail: 'foot',
    ...shown(() => import('./features/imports/ImportScreen').then((file) => ({ default: file.ImportScreen }))),
  },
  {
    key: 'outputs',
    label: 'outputs.title',
    icon: IconFileExport,
    shortcut: 'Ctrl+Alt+X',
    rail: 'foot',
    ...shown(() => import('./features/outputs/OutputsScreen').then((file) => ({ default: file.OutputsScreen }))),
  },
  {
    key: 'workbook',
    label: 'workbook.title',
    icon: IconTableShare,
    rail: null,
    under: 'imports',
    ...shown(() => import('./features/workbook/WorkbookScreen').then((file) => ({ default: file.WorkbookScreen }))),
  },
  {
    key: 'trash',
    label: 'frame.screens.trash',
    icon: IconTrash,
    shortcut: 'Ctrl+4',
    rail: 'foot',
    ...shown(() => import('./features/trash/TrashScreen').then((file) => ({ default: file.TrashScreen }))),
  },
  {
    key: 'backups',
    label: 'backup.title',
    icon: IconDeviceFloppy,
    shortcut: 'Ctrl+Alt+B',
    rail: 'foot',
    ...shown(() => import('./features/backup/BackupScreen').then((file) => ({ default: file.BackupScreen }))),
  },
  {
    key: 'settings',
    label: 'frame.screens.settings',
    icon: IconSettings,
    shortcut: 'Ctrl+,',
    rail: 'foot',
    ...shown(() => import('./features/settings/SettingsScreen').then((file) => ({ default: file.SettingsScreen }))),
  },
  {
    key: 'recovery',
    label: 'recovery.title',
    icon: IconBandage,
    rail: null,
    ...shown(() => import('./features/recovery/RecoveryScreen').then((file) => ({ default: file.RecoveryScreen }))),
  },
  {
    key: 'start',
    label: 'start.title',
    icon: IconBooks,
    rail: null,
    ...shown(() => import('./features/start/StartScreen').then((file) => ({ default: file.StartScreen }))),
  },
]

/** The screen of that key; the first one for a key that no longer exists. */
export function screenAt(all: readonly Screen[], key: string): Screen | undefined {
  return all.find((screen) => screen.key === key) ?? all[0]
}
