// Start of the window: styles, texts, the first screen's questions, then the first render. Nothing here waits for the registry.
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { RegisterInfo } from '../db/model/shapes/register'
import { LAB_VIEWS } from '../db/model/views'
import { App } from './App'
import { screenAt, screens } from './screens'
import { useDayStore } from './stores/day'
import { presentPlace } from './stores/navigation'
import { usePreferences } from './stores/preferences'
import { startTexts } from './texts/texts'
import { watchUnexpected } from './unexpected'
import { adoptThemeVariables } from './theme/sheet'
import { askAhead, newClient, queryKey } from './useCall'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

// a file dropped beside a drop target must not replace the page
for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault())

const client = newClient()
const { screen, params } = presentPlace()
// code that does not load is told of by its screen
const loading = screenAt(screens, screen)
  ?.load?.()
  .catch(() => undefined)

/** Asks what frame and screen show first while they are being drawn. */
async function askFirst(): Promise<void> {
  await askAhead(client, 'register.info', {})
  const info = client.getQueryData<RegisterInfo>(queryKey('register.info', {}))
  // no register is open, or nobody is signed in
  if (info === undefined) return
  useDayStore.getState().setToday(info.today)
  void askAhead(client, 'views.list', { area: LAB_VIEWS })
  const loaded = await loading
  await loaded?.ask?.(client, params)
}
void askFirst()

startTexts(usePreferences.getState().language)
adoptThemeVariables(document)
watchUnexpected()
const drawing = createRoot(root)
void Promise.resolve(loading).then(() =>
  drawing.render(
    <StrictMode>
      <App screens={screens} client={client} />
    </StrictMode>,
  ),
)
