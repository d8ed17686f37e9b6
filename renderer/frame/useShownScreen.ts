// Which screen stands in the window: the present place's, or the start or recovery screen as long as no register is open, wherever the person was.
import { screenAt, type Screen } from '../screens'
import { usePlace, type Place } from '../stores/navigation'
import { useCall } from '../useCall'

export interface Shown {
  screen: Screen | undefined
  params: Place['params']
  /** no register is open: no other screen has anything to show */
  closed: boolean
}

const START = 'start'
const RECOVERY = 'recovery'
const nothing: Place['params'] = {}

export function useShownScreen(screens: readonly Screen[]): Shown {
  const place = usePlace()
  const closed = useCall('register.info', {}).state === 'error'
  const recovery = useCall('register.recovery', {}, { enabled: closed })
  const instead = closed ? insteadOf(place.screen, recovery.state === 'ready' && recovery.data !== null) : null
  const screen = screens.find(({ key }) => key === instead)
  return screen === undefined
    ? { screen: screenAt(screens, place.screen), params: place.params, closed }
    : { screen, params: place.screen === instead ? place.params : nothing, closed }
}

/** A register that can be recovered is offered so at once; who chose to open another one stays there. */
function insteadOf(present: string, recoverable: boolean): string {
  if (present === START || present === RECOVERY) return present
  return recoverable ? RECOVERY : START
}
