// How the log names a record: by the sixteen bytes of its id, which it holds for every change and once more in an index. Everywhere else ids are
// text, so the statements translate. Logs of older versions, in backups and damaged files, have the text itself.

/** SQL for the bytes of an id. */
export const keyOf = (id: string): string => `unhex(replace(${id}, '-', ''))`

const PARTS = [
  [1, 8],
  [9, 4],
  [13, 4],
  [17, 4],
  [21, 12],
] as const

/** SQL for the id that a log names so, of this version or an older one. */
export function idOf(record: string): string {
  const parts = PARTS.map(([from, length]) => `substr(hex(${record}), ${from}, ${length})`)
  return `iif(length(${record}) = 16, lower(${parts.join(` || '-' || `)}), CAST(${record} AS TEXT))`
}
