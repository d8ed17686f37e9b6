// The life of a small form about people: what was refused and where, whether it is on its way. Passwords live in the form alone.
import { useState } from 'react'
import type { Answer } from '../../../api'
import { toast } from '../../../components/toast'
import { peopleProblem, type PeopleProblem } from '../../../people/passwordProblem'
import { useTexts } from '../../../texts/texts'

export interface PersonForm {
  busy: boolean
  /** the sentence for a field; null: nothing wrong there */
  errorOf: (field: string) => string | null
  /** what is wrong and belongs to no field that the form has */
  whole: string | null
  /** says it at a field before anything is sent */
  refuse: (field: string, text: string) => void
  /** Sends; true when it was done, with the words said. */
  send: (ask: () => Promise<Answer<unknown>>, done: string) => Promise<boolean>
}

export function usePersonForm(fields: readonly string[]): PersonForm {
  const { t, n } = useTexts()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<PeopleProblem | null>(null)
  const isHere = problem?.field !== null && fields.includes(problem?.field ?? '')
  const wait = ({ text, seconds }: PeopleProblem): string =>
    seconds === 0 ? text : `${text} ${t('people.signIn.wait', { count: seconds, shown: n(seconds) })}`
  return {
    busy,
    errorOf: (field) => (problem?.field === field ? wait(problem) : null),
    whole: problem === null || isHere ? null : wait(problem),
    refuse: (field, text) => setProblem({ field, text, seconds: 0 }),
    async send(ask, done) {
      if (busy) return false
      setBusy(true)
      const answer = await ask()
      setBusy(false)
      setProblem(answer.ok ? null : peopleProblem(t, answer.error))
      if (answer.ok) toast({ text: done })
      return answer.ok
    },
  }
}
