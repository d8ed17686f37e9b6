// Start of the window: styles, texts, then the first render. Nothing here waits for the registry.
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { screens } from './screens'
import { presentPlace } from './stores/navigation'
import { usePreferences } from './stores/preferences'
import { startTexts } from './texts/texts'
import { watchUnexpected } from './unexpected'
import { adoptThemeVariables } from './theme/sheet'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

// a file dropped beside a drop target must not replace the page
for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault())

// the first screen's code comes while the frame is being drawn
const first = screens.find(({ key }) => key === presentPlace().screen) ?? screens[0]
void first?.load?.()

startTexts(usePreferences.getState().language)
adoptThemeVariables(document)
watchUnexpected()
createRoot(root).render(
  <StrictMode>
    <App screens={screens} />
  </StrictMode>,
)
