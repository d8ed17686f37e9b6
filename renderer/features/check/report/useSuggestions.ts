// What the register offers while a field is typed: codes and laboratories by what is typed, tests, methods and sites of the laboratory named.
// Signatories are not offered: whoever signed is read from the report, never chosen.
import { useDeferredValue } from 'react'
import { useDay } from '../../../stores/day'
import { useCall } from '../../../useCall'
import type { Field, Form } from '../checkStore'
import { questionOf } from './question'

export interface Suggestion {
  value: string
  note?: string
}

const MOST = 8

export function useSuggestions(form: Form, active: Field | null): readonly Suggestion[] {
  const day = questionOf(form, useDay()).day!
  const typed = useDeferredValue(active === null ? '' : form[active])
  const named = active === 'code' || active === 'lab'
  const labs = useCall('labs.list', { text: typed, day, limit: MOST }, { enabled: named && typed.trim() !== '' })
  const about = { ...(form.code && { code: form.code }), ...(form.lab && { lab: form.lab }), day }
  const wanted = (active === 'test' || active === 'method' || active === 'site') && (form.code + form.lab).trim() !== ''
  const found = useCall('reports.check', about, { enabled: wanted })
  const candidate = wanted && found.state === 'ready' ? found.data.candidates[0] : undefined
  const lines = useCall(
    'scope.list',
    { accreditation: candidate?.id ?? '', text: typed, day, limit: 40 },
    { enabled: candidate !== undefined && active !== 'site' },
  )
  const lab = candidate?.labs[0]?.id
  const page = useCall('labs.get', { id: lab ?? '', day }, { enabled: lab !== undefined && active === 'site' })
  if (active === 'code' && labs.state === 'ready')
    return unique(labs.data.rows.flatMap((row) => row.codes.map((value) => ({ value, note: row.nameVi }))))
  if (active === 'lab' && labs.state === 'ready')
    return unique(labs.data.rows.map((row) => withNote(row.nameVi, row.codes.join(', ') || row.address)))
  if (candidate === undefined) return []
  if (active === 'site' && page.state === 'ready')
    return unique(page.data.sites.map(({ label, address }) => withNote(label ?? address ?? '', label && address)))
  if (lines.state !== 'ready') return []
  if (active === 'test')
    return unique(lines.data.rows.map((line) => withNote(both(line.testVi, line.matrixVi), line.method)))
  return unique(lines.data.rows.map((line) => withNote(line.method ?? '', both(line.testVi, line.matrixVi))))
}

const both = (a: string | null, b: string | null): string => [a, b].filter(Boolean).join(' – ')
const withNote = (value: string, note: string | null | undefined): Suggestion => (note ? { value, note } : { value })

function unique(all: readonly Suggestion[]): Suggestion[] {
  const named = all.filter(({ value }) => value !== '')
  return [...new Map(named.map((each) => [each.value, each])).values()].slice(0, MOST)
}
