// What the bench tells the Electron it starts, in one environment variable.
export const VARIABLE = 'SCN_BENCH_WINDOW'
/** The line on stdout by which the first painted row is told; after it the time in ms since 1970. */
export const PAINTED = 'bench: row painted at '

export interface BenchSettings {
  /** the main file of the program under measure */
  main: string
  /** the built files of this folder */
  built: string
  /** where the probes of main and registry answer; null: none is wanted */
  probes: { main: string; registry: string } | null
}

export const benchSettings = (): BenchSettings => JSON.parse(process.env[VARIABLE] ?? 'null') as BenchSettings
