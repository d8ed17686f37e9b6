// Puts Mantine's theme variables into a constructed style sheet. Mantine itself would write them into a <style> element,
// for which the page's CSP would need 'unsafe-inline' or a nonce; a constructed sheet needs neither.
import { convertCssVariables, defaultCssVariablesResolver, DEFAULT_THEME, mergeMantineTheme } from '@mantine/core'
import { theme, variables } from './theme'

/** Call once before the first render, together with `<MantineProvider withCssVariables={false} withGlobalClasses={false}>`. */
export function adoptThemeVariables(page: Document): void {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme)
  const ours = variables(merged)
  const base = defaultCssVariablesResolver(merged)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    convertCssVariables({
      variables: { ...base.variables, ...ours.variables },
      light: { ...base.light, ...ours.light },
      dark: { ...base.dark, ...ours.dark },
    }),
  )
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet]
}
