// Why a register does not open, in words that name the file, say that it was not changed, and what to do next.
import type { Failure } from '../failure'
import { failureSentence } from './failureText'
import type { Translate } from './texts'

const told = [
  'file_missing',
  'file_locked',
  'not_a_register',
  'newer_register',
  'damaged_register',
  'read_only',
] as const
type Told = (typeof told)[number]
const isTold = (code: string): code is Told => (told as readonly string[]).includes(code)

/** `name`: the file as the person knows it; the registry's answer names it otherwise. */
export function registerFailure(t: Translate, failure: Failure, name?: string): string {
  const place = failure.fields?.find(({ rule }) => rule.startsWith('bad_place.'))
  if (place !== undefined)
    return t(place.rule === 'bad_place.network' ? 'start.badPlace.network' : 'start.badPlace.sync', {
      file: name ?? String(place.params?.['name'] ?? ''),
      service: String(place.params?.['service'] ?? ''),
    })
  const backup = failure.fields?.find(({ rule }) => rule.startsWith('backup.'))
  if (backup !== undefined)
    return t(backup.rule === 'backup.no_manifest' ? 'start.bring.noManifest' : 'start.bring.broken', {
      file: name ?? '',
    })
  const file = name ?? failure.fields?.find(({ field }) => field === 'file')?.params?.['name']
  return isTold(failure.code) && file !== undefined
    ? t(`start.why.${failure.code}`, { file: String(file) })
    : failureSentence(t, failure)
}
