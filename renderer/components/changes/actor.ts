// How people whom the log names are shown; App brings it, because names of accounts are asked of the register.
import { createContext } from 'react'

export const ActorContext = createContext<(actor: string) => string>((actor) => actor)
