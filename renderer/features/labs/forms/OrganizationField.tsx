// An organisation by typing part of its name; one that is not in the register yet is added on the spot, by its name alone.
import { useDebouncedValue } from '@mantine/hooks'
import { useState, type JSX } from 'react'
import { useWatch, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { call } from '../../../api'
import { ComboField, isUnchosen } from '../../../components/fields/ComboField'
import { toast } from '../../../components/toast'
import { failureSentence } from '../../../texts/failureText'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'

export interface OrganizationFieldProps<V extends FieldValues> {
  control: Control<V>
  name: FieldPath<V>
  label: string
  hint?: string
  disabled?: boolean
  onChosen: (id: string) => void
}

const PAUSE_MS = 150
const SHOWN = 30

export function OrganizationField<V extends FieldValues>(props: OrganizationFieldProps<V>): JSX.Element {
  const { t } = useTexts()
  const held = useWatch({ control: props.control, name: props.name }) as string | null
  const chosen = isUnchosen(held) ? null : held
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, PAUSE_MS)
  const found = useCall('organizations.list', { text, limit: SHOWN })
  const organizations = found.state === 'ready' ? found.data : []
  const [names, addName] = useSeenNames(organizations)
  const [adding, setAdding] = useState(false)
  const add = async (nameVi: string): Promise<void> => {
    if (adding) return
    setAdding(true)
    const answer = await call('organizations.save', { change: { nameVi } })
    setAdding(false)
    if (!answer.ok) return toast({ tone: 'failed', text: failureSentence(t, answer.error) })
    addName(answer.value.id, nameVi)
    props.onChosen(answer.value.id)
    toast({ text: t('forms.organization.added', { name: nameVi }) })
  }
  const name = useOrganizationName(chosen, chosen === null ? undefined : names.get(chosen))
  return (
    <ComboField
      control={props.control}
      name={props.name}
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      disabled={props.disabled ?? false}
      placeholder={t('forms.organization.placeholder')}
      options={organizations.map((each) => ({
        value: each.id,
        label: each.nameVi,
        ...(each.address === null ? {} : { note: each.address }),
      }))}
      chosenLabel={name}
      busy={adding || found.state === 'pending' || typed !== text}
      onSearch={setTyped}
      onCreate={(nameVi) => void add(nameVi)}
    />
  )
}

type Names = ReadonlyMap<string, string>

/** Names of all organisations seen while the field is open: the chosen one need not be among those found last. */
function useSeenNames(found: readonly { id: string; nameVi: string }[]): [Names, (id: string, name: string) => void] {
  const [names, setNames] = useState<Names>(new Map())
  const fresh = found.filter(({ id, nameVi }) => names.get(id) !== nameVi)
  if (fresh.length > 0) setNames(new Map([...names, ...fresh.map(({ id, nameVi }) => [id, nameVi] as const)]))
  return [names, (id, name) => setNames((before) => new Map([...before, [id, name]]))]
}

function useOrganizationName(id: string | null, known: string | undefined): string | undefined {
  const asked = useCall('organizations.get', { id: id ?? '' }, { enabled: id !== null && known === undefined })
  return known ?? (asked.state === 'ready' ? asked.data.nameVi : undefined)
}

/** An organisation's name where only its id is at hand. */
export function OrganizationName({ id }: { id: string }): JSX.Element {
  const name = useOrganizationName(id, undefined)
  return <>{name ?? '…'}</>
}
