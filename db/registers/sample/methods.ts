// Numbers of methods in the layout of each standards body, always the same number for the same test on the same matrix. They look real
// and mean nothing.
import { hashOf, seededRandom, type Random } from './random'

export interface Method {
  /** as an annex prints it, edition included where the body prints one */
  printed: string
  edition: string | null
}

const year = (random: Random): string => String(random.int(2000, 2023))
const part = (random: Random): string => (random.chance(0.35) ? `-${random.int(1, 9)}` : '')
const letter = (random: Random): string => random.pick(['A', 'B', 'C', 'D', 'E', 'F'])

const numbered =
  (body: string, low: number, high: number) =>
  (random: Random): Method => {
    const edition = year(random)
    return { printed: `${body} ${random.int(low, high)}${part(random)}:${edition}`, edition }
  }
const american =
  (body: string, low: number, high: number) =>
  (random: Random): Method => {
    const edition = String(random.int(5, 24)).padStart(2, '0')
    return { printed: `${body}${random.int(low, high)}-${edition}`, edition }
  }
const without =
  (print: (random: Random) => string) =>
  (random: Random): Method => ({ printed: print(random), edition: null })
const ownProcedure =
  (mark: string) =>
  (random: Random): Method => {
    const edition = String(random.int(2018, 2025))
    return { printed: `${mark} ${String(random.int(1, 999)).padStart(2, '0')}:${edition}`, edition }
  }

const makers = {
  TCVN: numbered('TCVN', 1000, 13999),
  ISO: numbered('ISO', 600, 24999),
  EN: numbered('EN', 1000, 17999),
  IEC: numbered('IEC', 60034, 62999),
  ASTM: american('ASTM D', 80, 8300),
  AASHTO: american('AASHTO T', 1, 400),
  IEEE: american('IEEE C57.', 10, 170),
  AWS: american('AWS D1.', 1, 9),
  AOAC: without((random) => `AOAC ${random.int(1960, 2022)}.${String(random.int(1, 40)).padStart(2, '0')}`),
  SMEWW: (random: Random): Method => ({
    printed: `SMEWW ${random.int(20, 93)}${random.int(10, 99)}${letter(random)}:2023`,
    edition: '2023',
  }),
  EPA: without((random) => `US EPA Method ${random.int(1, 9100)}${letter(random)}`),
  MASA: without((random) => `MASA ${random.int(101, 850)}`),
  NMKL: without((random) => `NMKL ${random.int(1, 210)}`),
  OIE: without((random) => `WOAH Aquatic Manual ${random.int(1, 4)}.${random.int(1, 12)}.${random.int(1, 20)}`),
  ASME: without((random) => `ASME BPVC.V Art. ${random.int(1, 30)}`),
  GOST: numbered('GOST', 100, 33999),
  QCVN: numbered('QCVN', 1, 130),
  DDVN: without((random) => `Dược điển Việt Nam V, PL ${random.int(1, 16)}.${random.int(1, 40)}`),
  USP: without((random) => `USP <${random.int(1, 1300)}>`),
  BP: without((random) => `BP App. ${random.int(1, 25)} ${letter(random)}`),
  ACM: without((random) => `ACM ${String(random.int(1, 60)).padStart(3, '0')}`),
  WHO: without((random) => `WHO/LAB ${random.int(1, 120)}.${random.int(1, 9)}`),
  EURAMET: without((random) => `EURAMET cg-${random.int(1, 25)}`),
  DLVN: numbered('ĐLVN', 1, 420),
  TCCS: ownProcedure('TCCS'),
  QTXN: ownProcedure('QTXN.MAU'),
  QTHC: ownProcedure('QTHC.MAU'),
  QTGD: ownProcedure('QTGĐ.MAU'),
} satisfies Record<string, (random: Random) => Method>

export type MethodKind = keyof typeof makers

/** A method of one of `kinds` for `test`. */
export function methodFor(test: string, kinds: readonly MethodKind[]): Method {
  const random = seededRandom(hashOf(test))
  return makers[random.pick(kinds)](random)
}
