// Figures of a day: the facts of all living laboratories are read once, the rules decide, and every number comes with its names.
import {
  countedBy,
  figureRules,
  NO_SCHEME,
  partsOf,
  type Counted,
  type FigureRule,
  type LabFacts,
} from '../model/figures/rules'
import { whyCounted, whyMoved, whyOwnerMoved, type Asked } from '../model/figures/why'
import type { Figure, FigureHead, FigureName } from '../model/shapes/figures'
import type { StatementShown } from '../model/shapes/lab'
import { isSayKey, say, type Language } from '../model/texts/say'
import { explainStatus } from './accreditations'
import { ridOf } from './columns'
import type { ReadDb } from './database'
import { factsOn } from './figures-facts'
import { published } from './published'

/** All figures of a day with their numbers, in the order of the rules. */
export function listFigures(db: ReadDb, { day, language }: Omit<Asked, 'rule'>): FigureHead[] {
  const labs = factsOn(db, day)
  const said = published(db)
  return figureRules.map((rule) => head({ rule, day, language }, countedBy(rule, labs, day), said))
}

function head({ rule, language }: Asked, names: readonly Counted[], said: readonly StatementShown[]): FigureHead {
  return {
    rule,
    name: say(language, `figures.rules.${rule}.name`),
    wording: say(language, `figures.rules.${rule}.wording`),
    value: names.length,
    published: said.filter(({ attribute }) => attribute === `figure.${rule}`),
  }
}

/** One figure with its names; with `compareDay` also who came and who went between the two days, whichever is earlier. */
export function evaluateFigure(db: ReadDb, asked: Asked & { compareDay?: string | undefined }): Figure {
  const { rule, day, language, compareDay } = asked
  const labs = factsOn(db, day)
  const counted = countedBy(rule, labs, day)
  return {
    ...head(asked, counted, published(db)),
    day,
    names: counted.map((each) => toName(each, whyCounted(each, asked))),
    parts: partsOf(counted).map((part) => ({ ...part, name: partName(part.key, rule, language) })),
    difference: compareDay === undefined ? null : difference(db, { ...asked, compareDay }, { labs, counted }),
  }
}

const toName = ({ id, lab, because, parts }: Counted, why: string): FigureName => ({
  id,
  lab: lab.id,
  nameVi: lab.nameVi,
  nameEn: lab.nameEn,
  codes: [...new Set(because.flatMap(({ code }) => code ?? []))],
  parts,
  why,
})

function partName(key: string, rule: FigureRule, language: Language): string {
  if (key === NO_SCHEME) return say(language, 'figures.parts.none')
  const known = rule === 'labs_st_organizations' ? `exchange.sectors.${key}` : `figures.parts.${key}`
  // schemes are called by their key in both languages
  return isSayKey(known) ? say(language, known) : key
}

interface Side {
  labs: readonly LabFacts[]
  counted: readonly Counted[]
}

function difference(db: ReadDb, asked: Asked & { compareDay: string }, now: Side): Figure['difference'] {
  const { rule, day, compareDay } = asked
  const labs = factsOn(db, compareDay)
  const then: Side = { labs, counted: countedBy(rule, labs, compareDay) }
  const without = (side: Side, other: Side) => {
    const known = new Set(other.counted.map(({ id }) => id))
    return side.counted.filter(({ id }) => !known.has(id))
  }
  const ordered = compareDay <= day
  const told = reasons(db, { ...asked, from: ordered ? compareDay : day, day: ordered ? day : compareDay }, [
    ordered ? then : now,
    ordered ? now : then,
  ])
  return {
    day: compareDay,
    value: then.counted.length,
    came: without(now, then).map((each) => toName(each, told(each))),
    went: without(then, now).map((each) => toName(each, told(each))),
  }
}

/** Tells of a name that is counted on one of the days only what changed from the earlier to the later. */
function reasons(
  db: ReadDb,
  asked: Asked & { from: string },
  [earlier, later]: readonly [Side, Side],
): (name: Counted) => string {
  const byId = ({ labs }: Side) => new Map(labs.map((lab) => [lab.id, lab]))
  const [before, after] = [byId(earlier), byId(later)]
  return ({ lab, because }) => {
    const sides = [before.get(lab.id) ?? null, after.get(lab.id) ?? null] as const
    if (because.length === 0) return whyOwnerMoved(...sides, asked.language)
    const sentences = because.map(({ id }) => {
      const [was, is] = sides.map((side) => side?.accreditations.find((one) => one.id === id) ?? null)
      const explain = () => explainStatus(db, ridOf(db, 'accreditation', id), asked.day)
      return whyMoved({ before: was ?? null, after: is ?? null, explain }, asked)
    })
    return sentences.join('; ')
  }
}
