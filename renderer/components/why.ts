// “Vì sao?”: what a status stands for. A badge that is told asks the window for the explanation; the window decides how it is shown.
import { createContext, useContext } from 'react'

export type WhyAbout =
  /** the status of a laboratory (`accreditation` left out: the best of those that cover it) in the register */
  | { laboratory: string; accreditation?: string }
  /** a status that is not in the register yet, with its reasons in sentences */
  | { told: readonly string[] }

/** Opens the explanation beside the element that was asked. */
export type AskWhy = (about: WhyAbout, asked: HTMLElement) => void

export const WhyContext = createContext<AskWhy | null>(null)

export const useWhy = (): AskWhy | null => useContext(WhyContext)
