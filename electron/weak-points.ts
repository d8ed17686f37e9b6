// What must be so in every window for a page to be harmless, compared with what is so. Pure: self-test.ts asks Electron, this judges.

/** As they have become effective, not as they were asked for (`getLastWebPreferences`). */
export type Preferences = Readonly<Record<string, unknown>>

/** All that Electron tells; the rest is tried out (tests/e2e/confinement.test.ts). */
const MUST_BE: Preferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
}

/** Names of what is not as it must be; what Electron does not tell is off. */
export function weakPreferences(preferences: Preferences): string[] {
  const wrong = Object.entries(MUST_BE).filter(([name, must]) => (preferences[name] ?? false) !== must)
  return [...wrong.map(([name]) => name), ...(preferences['enableBlinkFeatures'] ? ['enableBlinkFeatures'] : [])]
}

/** What the page itself finds, run in its own world. */
export interface Inside {
  /** names of Node or Electron within reach */
  reach: string[]
  /** of the geolocation permission */
  permission: string
  origin: string
  /** Content-Security-Policy it is served with; null: none */
  policy: string | null
}

/** Runs in the page. */
export const LOOK_INSIDE = `(async () => ({
  reach: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in globalThis),
  permission: (await navigator.permissions.query({ name: 'geolocation' })).state,
  origin: location.origin,
  policy: (await fetch('/')).headers.get('content-security-policy'),
}))()`

export function weakInside({ reach, permission, origin, policy }: Inside, ours: string): string[] {
  return [
    ...reach,
    ...(permission === 'denied' ? [] : ['permissions']),
    ...(origin === ours ? [] : ['origin']),
    ...weakPolicy(policy),
  ]
}

/** Directives a policy must have with exactly these sources. */
const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
}

function weakPolicy(header: string | null): string[] {
  const directives = new Map(
    (header ?? '').split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/)
      return [name, sources.join(' ')]
    }),
  )
  const wrong = Object.entries(POLICY).filter(([name, sources]) => directives.get(name) !== sources)
  return wrong.map(([name]) => `Content-Security-Policy ${name}`)
}

/** Of a page's process on Linux (/proc/PID/status): a filter on system calls, and no way to more rights. */
export function weakProcess(status: string): string[] {
  const is = (name: string, value: string): boolean => new RegExp(`^${name}:\\s*${value}$`, 'm').test(status)
  return is('Seccomp', '2') && is('NoNewPrivs', '1') ? [] : ['sandbox of the process']
}
