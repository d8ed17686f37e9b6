// Scope lines of a sample annex: a family of tests, a matrix with many tests below it as annexes print them, ranges with decimal comma.
import type { FieldKey } from '../../data/reference'
import { methodFor } from './methods'
import type { Random } from './random'
import type { Family, Words } from './words/family'

export interface Line {
  field: FieldKey
  matrixVi: string
  matrixEn: string
  testVi: string
  testEn: string
  technique: string | null
  range: string
  /** calibration only: measurement capability */
  cmc: string | null
  method: string
  methodEdition: string | null
}

/** Tests in a row on one matrix: annexes print the product once over many rows. */
const RUN = { low: 3, high: 8 }

/** `count` different lines drawn from the families in turn. */
export function makeLines(random: Random, families: readonly Family[], count: number): Line[] {
  const lines: Line[] = []
  const seen = new Set<string>()
  while (lines.length < count) {
    const family = families[lines.length % families.length]!
    const matrix = matrixOf(random, family)
    for (let left = random.int(RUN.low, RUN.high); left > 0 && lines.length < count; left -= 1) {
      const line = makeLine(random, family, matrix)
      const key = `${line.matrixVi}|${line.testVi}`
      if (!seen.has(key)) lines.push(line)
      seen.add(key)
    }
  }
  return lines
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** Inside a sentence a word keeps its capital only where it is a symbol or a name (`NO3-`, `Pb`, `Salmonella`): those have a Latin name in both languages. */
const inside = (word: string, other: string): string =>
  word === other || /^\p{Lu}[\p{Lu}\d]/u.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1)

function matrixOf(random: Random, family: Family): Words {
  const base = random.pick(family.matrices)
  const state = random.pick(family.states)
  if (state[0] === '') return base
  const phrase = /^(of|in|at|on|for) /.test(state[1])
  return [
    `${base[0]} ${state[0]}`,
    phrase ? `${base[1]} ${state[1]}` : capital(`${state[1]} ${inside(base[1], base[0])}`),
  ]
}

function makeLine(random: Random, family: Family, matrix: Words): Line {
  const [testVi, testEn] = random.pick(family.tests)
  const [subjectVi, subjectEn] = random.pick(family.subjects)
  const technique = family.techniques.length ? random.pick(family.techniques) : null
  const vi = testVi.replace('{x}', inside(subjectVi, subjectEn))
  const en = testEn.replace('{x}', subjectEn)
  const calibrates = family.field === 'calibration'
  const { printed, edition } = methodFor(`${matrix[0]}|${vi}|${technique?.[0] ?? ''}`, family.methods)
  return {
    field: family.field,
    matrixVi: matrix[0],
    matrixEn: matrix[1],
    testVi: technique ? `${vi}. Phương pháp ${technique[0]}` : vi,
    testEn: technique ? `${en}. ${capital(technique[1])} method` : en,
    technique: technique?.[0] ?? null,
    range: rangeOf(random, family.range),
    cmc: calibrates ? `${decimal(random.int(1, 90) / 100, 2)} %` : null,
    method: printed,
    methodEdition: edition,
  }
}

const decimal = (value: number, places: number): string => value.toFixed(places).replace('.', ',')

function rangeOf(random: Random, { kind, units, scale, decimals }: Family['range']): string {
  const [low, high] = scale
  const draw = (): number => low * (high / low) ** random.next()
  const unit = random.pick(units)
  if (kind === 'loq')
    return unit.startsWith('/')
      ? `LOD50: ${decimal(draw(), 0)} CFU${unit}`
      : `LOQ: ${decimal(draw(), decimals)} ${unit}`
  const [from = low, to = high] = [draw(), draw()].sort((a, b) => a - b)
  return random.chance(0.2)
    ? `Đến ${decimal(to, decimals)} ${unit}`
    : `(${decimal(from, decimals)} ~ ${decimal(to, decimals)}) ${unit}`
}
