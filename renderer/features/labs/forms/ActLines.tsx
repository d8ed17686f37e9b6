// The scope lines that an act names, picked from those in force on its day: filter, choose all that are shown, arrows and Space in the list.
import { Button, TextInput } from '@mantine/core'
import { useId, useRef, useState, type JSX, type KeyboardEvent } from 'react'
import { useController } from 'react-hook-form'
import type { ScopeLine } from '../../../../db/model/shapes/accreditation'
import { LoadFailed } from '../../../components/LoadFailed'
import { Skeleton } from '../../../components/Skeleton'
import { useDayStore } from '../../../stores/day'
import { hasWords } from '../../../texts/hasWords'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import type { ActFieldsProps } from './ActFields'
import { dayOf, type ActValues } from './actValues'
import classes from './forms.module.css'

const MOST = 1000
const SHOWN = 300

interface Choice {
  /** the first line of the lineage, by which the act names it */
  lineage: string
  words: string
  note: string
}

export function ActLines(props: ActFieldsProps & { act: ActValues }): JSX.Element {
  const { act, form } = props
  const { t } = useTexts()
  const today = useDayStore((store) => store.today)
  const day = dayOf(act, form.getValues('signed')) ?? today
  const { accreditation } = act
  const scope = useCall(
    'scope.list',
    { accreditation: accreditation ?? '', day, limit: MOST },
    { enabled: accreditation !== null, keep: false },
  )
  if (accreditation === null) return <></>
  if (scope.state === 'error') return <LoadFailed error={scope.error} onRetry={scope.refetch} />
  if (scope.state === 'pending') return <Skeleton lines={3} />
  if (scope.data.total === 0 && act.lines.length === 0) {
    return <p className={`${classes['wide']} ${classes['dim']}`}>{t('forms.act.noLines')}</p>
  }
  return <Picker {...props} choices={choicesOf(props, scope.data.rows)} />
}

/** Lines in force, each lineage once; then those named that are not in force on this day. */
function choicesOf({ act, lab }: Pick<ActFieldsProps, 'lab'> & { act: ActValues }, rows: ScopeLine[]): Choice[] {
  const inForce = new Map(rows.map((line) => [line.lineage, toChoice(line)]))
  const named = lab.accreditations
    .flatMap(({ decisions }) => decisions.flatMap(({ acts }) => acts.flatMap(({ lines }) => lines)))
    .filter(({ id }) => act.lines.includes(id) && !inForce.has(id))
    .map(({ id, name }): [string, Choice] => [id, { lineage: id, words: name, note: '' }])
  return [...new Map([...inForce, ...named]).values()]
}

const joined = (parts: readonly (string | null)[], by: string): string =>
  parts.filter((part) => part !== null && part !== '').join(by)

const toChoice = (line: ScopeLine): Choice => ({
  lineage: line.lineage,
  words: joined([line.testVi ?? line.quantity, line.matrixVi], ' – '),
  note: joined([line.method, line.range, line.site?.name ?? null], ' · '),
})

function Picker({ control, at, choices }: ActFieldsProps & { choices: readonly Choice[] }): JSX.Element {
  const { t, n } = useTexts()
  const id = useId()
  const { field } = useController({ control, name: `acts.${at}.lines` })
  const chosen = field.value
  const [text, setText] = useState('')
  const found = choices.filter(({ words, note }) => hasWords(`${words} ${note}`, text))
  const count = { count: chosen.length, shown: n(chosen.length), all: n(choices.length) }
  const add = (): void => field.onChange([...new Set([...chosen, ...found.map(({ lineage }) => lineage)])])
  const drop = (): void => field.onChange(chosen.filter((each) => !found.some(({ lineage }) => lineage === each)))
  return (
    <div role="group" aria-labelledby={id} className={`${classes['wide']} ${classes['lines']}`}>
      <div className={classes['groupHead']}>
        <span id={id} className={classes['label']}>
          {t('forms.act.lines')}
        </span>
        <output className={classes['dim']}>{t('forms.act.linesChosen', count)}</output>
      </div>
      <TextInput
        aria-label={t('forms.act.filterLines')}
        placeholder={t('forms.act.filterLines')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes['buttons']}>
        <Button size="compact-sm" variant="default" onClick={add} disabled={found.length === 0}>
          {text.trim() === ''
            ? t('forms.act.allLines')
            : t('forms.act.allFound', { count: found.length, shown: n(found.length) })}
        </Button>
        <Button size="compact-sm" variant="default" onClick={drop} disabled={chosen.length === 0}>
          {text.trim() === '' ? t('forms.act.noneOfLines') : t('forms.act.noneOfFound')}
        </Button>
      </div>
      <LineList
        found={found.slice(0, SHOWN)}
        chosen={chosen}
        onToggle={(lineage) =>
          field.onChange(chosen.includes(lineage) ? chosen.filter((each) => each !== lineage) : [...chosen, lineage])
        }
      />
      {found.length > SHOWN && (
        <p className={classes['dim']}>{t('forms.act.moreLines', { shown: n(SHOWN), all: n(found.length) })}</p>
      )}
      {found.length === 0 && <p className={classes['dim']}>{t('forms.act.noneFound')}</p>}
    </div>
  )
}

interface LineListProps {
  found: readonly Choice[]
  chosen: readonly string[]
  onToggle: (lineage: string) => void
}

/** One stop for Tab; arrows, Home and End move inside. */
function LineList({ found, chosen, onToggle }: LineListProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(0)
  const stop = Math.min(at, Math.max(0, found.length - 1))
  const move = (event: KeyboardEvent): void => {
    const last = found.length - 1
    const to = { ArrowDown: Math.min(stop + 1, last), ArrowUp: Math.max(stop - 1, 0), Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    setAt(to)
    list.current?.querySelectorAll<HTMLInputElement>('input')[to]?.focus()
  }
  return (
    <ul ref={list} className={classes['lineList']} onKeyDown={move}>
      {found.map(({ lineage, words, note }, index) => (
        <li key={lineage}>
          <label>
            <input
              type="checkbox"
              checked={chosen.includes(lineage)}
              tabIndex={index === stop ? 0 : -1}
              onFocus={() => setAt(index)}
              onChange={() => onToggle(lineage)}
            />
            <span>
              {words}
              {note !== '' && <span className={classes['dim']}> {note}</span>}
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
