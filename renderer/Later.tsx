// What no first paint shows: dialogs, the panel of reasons, what the palette finds. It comes once the first screen stands.
import type { JSX } from 'react'
import { CheckExport } from './exports/CheckExport'
import { LabFinder } from './features/labs/LabFinder'
import { WhyPanel } from './features/labs/why/WhyPanel'
import { AskPlace } from './frame/AskPlace'
import { AskTakeBack } from './frame/AskTakeBack'
import { RedactDialog } from './redact/RedactDialog'
import { RestoreDialog } from './restore/RestoreDialog'
import { Views } from './views/Views'

export function Later(): JSX.Element {
  return (
    <>
      <LabFinder />
      <Views />
      <AskPlace />
      <AskTakeBack />
      <RestoreDialog />
      <CheckExport />
      <RedactDialog />
      <WhyPanel />
    </>
  )
}
