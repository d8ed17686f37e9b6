// The checks of one accreditation in their order: status, place, edition, scope, signatory. What is not accredited at all, or only said to
// be, is not looked at further.
import { judgeEdition } from '../../model/check/edition'
import { judgePlace } from '../../model/check/place'
import type { Reason } from '../../model/check/report'
import { judgeScope, type Scoped } from '../../model/check/scope'
import { judgeSigner } from '../../model/check/signer'
import type { Speaker } from '../../model/check/speak'
import { judgeStatus } from '../../model/check/status'
import type { Explained } from '../../model/shapes/status'
import { grants, startOf } from '../../model/status/spans'
import { knowledgeOf } from '../../search/knowledge'
import type { TestAsked } from '../../search/report-test'
import type { ReadDb } from '../database'
import { readActs } from '../spans'
import type { Found } from './candidates'
import { coversOn, editionFacts, saidOf, sitesOf, type Head, type Key } from './facts'
import { linesOn, recordedOn, unnamedSuspension, type Recorded } from './lines'
import { signersOn } from './signers'

/** The report as asked; null: not asked. `test` is null where its words name none. */
export interface Asked {
  day: string
  test: string | null
  method: string | null
  site: string | null
  signatory: string | null
  read: TestAsked | null
}

export interface Case {
  db: ReadDb
  key: Key
  head: Head
  explained: Explained
  found: Found
  asked: Asked
  speak: Speaker
}

export interface Judged {
  reasons: Reason[]
  scope: Scoped
}

const noScope: Scoped = { reasons: [], lines: [], linesAre: 'nearest' }

export function judgeChain(at: Case): Judged {
  const { db, key, asked, explained, found, head, speak } = at
  const acts = readActs(db, key.rid)
  const status = judgeStatus({ explained, acts, statements: saidOf(db, key.rid), day: asked.day }, speak)
  if (status.verdict === 'not_accredited') return { reasons: [status], scope: noScope }
  const { day, site } = asked
  const places = { covers: coversOn(db, key), sites: sitesOf(db, key.rid), labs: found.labs }
  const placed = judgePlace({ accreditation: head.id, day, site, ...places }, speak)
  const before = [status, ...placed.reasons, ...editions(at, acts.length === 0)]
  if (acts.length === 0) return { reasons: before, scope: noScope }
  const recorded = recordedOn(db, key)
  const scope = judgeLines(at, recorded, placed.sites)
  return { reasons: [...before, ...scope.reasons, ...signature(at, scope, recorded)], scope }
}

function editions({ db, key, head, explained, speak }: Case, claimed: boolean): Reason[] {
  const basis = explained.acts.findLast(({ kind }) => grants.has(kind))
  const since = basis === undefined ? null : startOf(basis)
  return judgeEdition({ ...editionFacts(db, key, head), day: key.day, since, claimed }, speak)
}

function judgeLines({ db, key, asked, explained, speak }: Case, recorded: Recorded, sites: string[] | null): Scoped {
  const { day, test, method, site, read } = asked
  const wanted = { test: read, method, terms: knowledgeOf(db).terms }
  const acts = explained.acts.map(({ id }) => id)
  const facts = {
    ...recorded,
    day,
    test,
    method,
    strange: read?.strange ?? [],
    sites,
    siteName: site,
    lines: test === null && method === null ? [] : linesOn(db, key, wanted, speak),
    partlySuspended: explained.status === 'partly_suspended',
    unnamedSuspension: unnamedSuspension(db, acts, { day, speak }),
  }
  return judgeScope(facts, speak)
}

function signature({ db, key, asked, speak }: Case, scope: Scoped, { tableWhole, annex }: Recorded): Reason[] {
  if (asked.signatory === null) return []
  const found = scope.linesAre === 'listed' && scope.lines.length > 0
  const lines = scope.lines.map(({ id, lineage, fieldId }) => ({ id, lineage, field: fieldId }))
  const people = signersOn(db, key)
  const facts = { asked: asked.signatory, people, complete: tableWhole, annex, lines: found ? lines : null }
  return [judgeSigner(facts, speak)]
}
