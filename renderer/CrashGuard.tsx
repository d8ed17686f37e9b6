// Keeps a part of the window that fails from taking the rest along; the error is reported, and the part can be tried again.
import { Component, type ReactNode } from 'react'
import { reportUnexpected } from './unexpected'

export interface CrashGuardProps {
  /** what stands in its place; `number` names the error */
  fallback: (number: string, retry: () => void) => ReactNode
  children: ReactNode
}

/** React asks for a class here: only classes can catch errors of their children. */
export class CrashGuard extends Component<CrashGuardProps, { number: string | null }> {
  override state: { number: string | null } = { number: null }

  static getDerivedStateFromError(error: unknown): { number: string } {
    return { number: reportUnexpected(error) }
  }

  override render(): ReactNode {
    const { number } = this.state
    return number === null ? this.props.children : this.props.fallback(number, () => this.setState({ number: null }))
  }
}
