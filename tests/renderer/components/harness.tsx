// Shows components as the window does: theme, Vietnamese texts, and a screen of a known size (jsdom lays nothing out).
import { MantineProvider } from '@mantine/core'
import { configure, render, type RenderResult } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactElement, ReactNode } from 'react'
import { startTexts } from '../../../renderer/texts/texts'
import { theme } from '../../../renderer/theme/theme'

// two cores shared with other tests: a second is sometimes not enough for a lazy screen
configure({ asyncUtilTimeout: 5000 })

export function Provided({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} env="test">
      {children}
    </MantineProvider>
  )
}

export function show(ui: ReactElement): RenderResult {
  startTexts('vi')
  return render(ui, { wrapper: Provided })
}

/** Every element is this large from now on. */
export function screenOf(size: { width: number; height: number }): void {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: size.height })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: size.width })
}

/** Rules that axe finds broken, with the first place of each. Contrast is computed elsewhere: jsdom has no colours. */
export async function axeFinds(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}
