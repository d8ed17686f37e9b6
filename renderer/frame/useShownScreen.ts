// Which screen stands in the window: the present place's, or the start screen as long as no register is open, wherever the person was.
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
const nothing: Place['params'] = {}

export function useShownScreen(screens: readonly Screen[]): Shown {
  const place = usePlace()
  const closed = useCall('register.info', {}).state === 'error'
  const start = closed ? screens.find(({ key }) => key === START) : undefined
  return start === undefined
    ? { screen: screenAt(screens, place.screen), params: place.params, closed }
    : { screen: start, params: place.screen === START ? place.params : nothing, closed }
}
