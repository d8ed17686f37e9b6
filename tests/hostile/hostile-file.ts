// What a hostile file is: bytes under a name, the door it is brought to, and what the door may answer.
import type { Random } from '../../db/registers/sample/random'

export interface HostileFile {
  kind: string
  name: string
  bytes: Uint8Array
  /** `table`: looked at and previewed as an import. `paper`: attached to a laboratory. */
  door: 'table' | 'paper'
  /** the only answers there may be: rules with words (`file.broken`), or `read`; left out: any of them */
  only?: readonly string[]
}

/** Makes one file of its kind; the same random numbers give the same bytes. `bait` is a secret file, `host` a server that must hear nothing. */
export type Maker = (random: Random, around: { bait: string; host: string }) => Omit<HostileFile, 'kind'>

export const table = (
  name: string,
  bytes: Uint8Array | string,
  only?: readonly string[],
): Omit<HostileFile, 'kind'> => ({
  name,
  bytes: Buffer.from(bytes as string),
  door: 'table',
  ...(only === undefined ? {} : { only }),
})

export const paper = (
  name: string,
  bytes: Uint8Array | string,
  only?: readonly string[],
): Omit<HostileFile, 'kind'> => ({
  ...table(name, bytes, only),
  door: 'paper',
})

export function randomBytes(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.int(0, 255)))
}
