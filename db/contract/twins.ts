// Calls about laboratories that may have been entered twice: found, told apart, merged. Nothing is ever joined without a person.
import * as twins from '../model/twin-inputs'
import type { Saved } from '../model/shapes/answer'
import type { TwinFound, TwinList } from '../model/shapes/twins'
import { editors, everyone, output, type Entry } from './entry'

export const twinCalls = {
  /** Living laboratories that look like one being typed, the likeliest first, at most 5, each with its reasons. Those called different from `except` are left out. */
  'twins.of': { kind: 'read', allow: everyone, input: twins.TwinQuestion, output: output<TwinFound[]>() },
  /** Pairs of living laboratories that may be one, the likeliest first, 100 unless `limit`, without those called different: these are `toldApart`, the latest first. */
  'twins.list': { kind: 'read', allow: everyone, input: twins.TwinListQuestion, output: output<TwinList>() },
  /** Remembers that two laboratories are two, or (`different` false) forgets it. Answers the id of what is remembered. Throws not_found. */
  'twins.dismiss': { kind: 'write', allow: editors, input: twins.TwinDismissal, output: output<Saved>() },
  /** Merges `other` into `keep` as one set: values as chosen; places, coverage, inspections, sources, claims and files go over; `other` goes to the trash and tells
      where it went (`mergedInto`). Names and owners of several dates go over whole when theirs is chosen. Sources of a value that was not chosen stay with it.
      Answers `keep`. Throws not_found; invalid_input with rule itself or trashed; conflict where either was changed after `seen`. */
  'labs.merge': { kind: 'write', allow: editors, input: twins.LabMerge, output: output<Saved>() },
} satisfies Record<string, Entry>
