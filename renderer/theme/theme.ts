// Mantine's theme: one restrained accent, neutral greys, small controls. Colours by role lie in tokens.css; this file only makes
// Mantine's controls wear them. Responsive style props, Grid and SimpleGrid are not used: they write <style> elements, which the
// page's CSP refuses; dialogs do not lock scrolling, for the same reason (the page itself never scrolls).
import {
  Button,
  Checkbox,
  createTheme,
  Input,
  Menu,
  Modal,
  Popover,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'

const blue: MantineColorsTuple = [
  '#eef4fb',
  '#dbe8f6',
  '#b8d1ed',
  '#8fb6e1',
  '#699dd6',
  '#3f7fc4',
  '#2767ad',
  '#1f5c9e',
  '#1b4a7d',
  '#143a63',
]
// from the red of the statuses; Mantine's own holds white words at 3.3:1 only
const red: MantineColorsTuple = [
  '#fdf0ef',
  '#f9dad8',
  '#f4b3ae',
  '#f4938b',
  '#e06d64',
  '#cb4239',
  '#b0221b',
  '#981b15',
  '#7c1611',
  '#61110d',
]
const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#eef1f5',
  '#e5e8ec',
  '#dfe3e8',
  '#bcc2cb',
  '#6b7480',
  '#555e6a',
  '#434b56',
  '#2c323b',
  '#1b1f26',
]
const dark: MantineColorsTuple = [
  '#e2e6eb',
  '#c2c8d0',
  '#a3adb9',
  '#8a94a1',
  '#4a525e',
  '#2c323b',
  '#23282f',
  '#1b1f25',
  '#15181d',
  '#0f1216',
]

const NORMAL_BUTTON = {
  '--button-height': '32px',
  '--button-padding-x': '12px',
  '--button-fz': 'var(--mantine-font-size-md)',
}
const SMALL_TEXT = 'var(--mantine-font-size-xs)'

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 6, dark: 6 },
  colors: { blue, red, gray, dark },
  black: '#1b1f26',
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif",
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  headings: { fontFamily: "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif", fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '5px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      vars: () => ({
        wrapper: { '--input-height': '32px', '--input-fz': 'var(--mantine-font-size-md)' },
      }),
    }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      vars: () => ({
        label: {},
        description: { '--input-description-size': SMALL_TEXT },
        error: { '--input-error-size': SMALL_TEXT },
        success: {},
      }),
    }),
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_theme, { size }) => ({ root: size === 'sm' ? NORMAL_BUTTON : {} }),
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', withinPortal: true, transitionProps: { duration: 0 } } }),
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.35 },
      },
      styles: { title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 600 } },
    }),
    ModalRoot: Modal.Root.extend({ defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 500,
        withArrow: false,
        multiline: true,
        maw: 420,
        events: { hover: true, focus: true, touch: false },
      },
    }),
  },
})

/** Mantine's role variables set to ours, so that its controls and our own styles cannot drift apart. */
export const variables: CSSVariablesResolver = () => {
  const roles = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-dim)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--status-expired)',
    '--mantine-color-placeholder': 'var(--text-dim)',
    '--mantine-color-default': 'var(--raised)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-color-blue-light-color': 'var(--accent)',
    // under the pointer too the words of a subtle button stand at 4.5:1
    '--mantine-color-blue-light-hover': 'var(--hover)',
    '--mantine-color-red-light-hover': 'var(--hover)',
  }
  return { variables: {}, light: roles, dark: roles }
}
