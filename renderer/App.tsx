// The window's root: preferences become theme, language and row height; below it the frame with the screens.
import { MantineProvider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, type JSX } from 'react'
import { CrashGuard } from './CrashGuard'
import { DensityContext } from './components/density'
import { ActorContext } from './components/changes/actor'
import { RedactContext } from './components/changes/redact'
import { RestoreContext } from './components/changes/restore'
import { WhyContext } from './components/why'
import { askWhy } from './features/labs/why/whyStore'
import { useFormStore } from './features/labs/forms/openForm'
import { usePapers } from './features/documents/paperStore'
import { useImports } from './features/imports/importActions'
import { useWorkbooks } from './features/workbook/workbookActions'
import { FormCrashed } from './frame/FormCrashed'
import { Frame } from './frame/Frame'
import { Gate } from './people/Gate'
import { useRegistryLink } from './registryLink'
import { useActorName } from './useActorName'
import { useRedactValue } from './redact/redactStore'
import { useRestoreValue } from './restore/restoreValue'
import type { Screen } from './screens'
import { usePreferences } from './stores/preferences'
import { useSettled } from './stores/settled'
import { startTexts } from './texts/texts'
import { theme, variables } from './theme/theme'

const Later = lazy(() => import('./Later').then((file) => ({ default: file.Later })))
const FormPanel = lazy(() => import('./features/labs/forms/FormPanel').then((file) => ({ default: file.FormPanel })))

export interface AppProps {
  screens: readonly Screen[]
  client: QueryClient
}

export function App({ screens, client }: AppProps): JSX.Element {
  const { language, theme: wanted, density } = usePreferences()
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false })
  const scheme = wanted === 'auto' ? (systemDark ? 'dark' : 'light') : wanted
  useEffect(() => {
    startTexts(language)
    void window.shell.setLanguage(language)
  }, [language])
  return (
    <QueryClientProvider client={client}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        forceColorScheme={scheme}
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <DensityContext value={density}>
          <Notifications position="bottom-right" limit={3} transitionDuration={0} />
          <Linked screens={screens} />
        </DensityContext>
      </MantineProvider>
    </QueryClientProvider>
  )
}

const closeForm = (retry: () => void) => (): void => {
  useFormStore.getState().goTo(null)
  retry()
}

function Linked({ screens }: { screens: readonly Screen[] }): JSX.Element {
  useRegistryLink()
  return (
    <Gate>
      <Work screens={screens} />
    </Gate>
  )
}

function Work({ screens }: { screens: readonly Screen[] }): JSX.Element {
  useImports()
  const settled = useSettled((state) => state.settled)
  // opened before that, a form comes at once
  const formsWanted = useFormStore((state) => state.target !== null) || settled
  useWorkbooks()
  usePapers()
  return (
    <ActorContext value={useActorName()}>
      <RestoreContext value={useRestoreValue()}>
        <RedactContext value={useRedactValue()}>
          <WhyContext value={askWhy}>
            <Frame screens={screens} />
            <CrashGuard
              fallback={(number, retry) => <FormCrashed number={number} onRetry={retry} onClose={closeForm(retry)} />}
            >
              <Suspense>{formsWanted && <FormPanel />}</Suspense>
            </CrashGuard>
            <Suspense>{settled && <Later />}</Suspense>
          </WhyContext>
        </RedactContext>
      </RestoreContext>
    </ActorContext>
  )
}
