// Saved views everywhere in the window: the dialog that names one, and all of them in the palette.
import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { IconTableShortcut } from '@tabler/icons-react'
import { useState, type FormEvent, type JSX } from 'react'
import { LAB_VIEWS } from '../../db/model/views'
import { usePaletteSource } from '../actions/palette'
import { call } from '../api'
import dialog from '../components/dialog.module.css'
import { ruleText } from '../components/fields/fieldError'
import { toast } from '../components/toast'
import { openView, useViews, type Naming } from '../stores/views'
import { failureSentence } from '../texts/failureText'
import { exactFirst, hasWords } from '../texts/hasWords'
import { useTexts } from '../texts/texts'
import { ask } from '../useCall'
import classes from './views.module.css'

export function Views(): JSX.Element {
  const { t } = useTexts()
  const naming = useViews((state) => state.naming)
  const close = (): void => useViews.getState().name(null)
  usePaletteSource({
    id: 'views',
    label: 'views.title',
    search: async (text) =>
      exactFirst(
        (await ask('views.list', { area: LAB_VIEWS })).rows.filter(({ name }) => hasWords(name, text)),
        text,
        ({ name }) => name,
      ).map(({ id, name }) => ({ id, label: name, icon: IconTableShortcut, run: () => openView(id) })),
  })
  return (
    <Modal
      opened={naming !== null}
      onClose={close}
      title={t(naming?.kind === 'rename' ? 'views.renameTitle' : 'views.newTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {naming !== null && <NameForm naming={naming} onDone={close} />}
    </Modal>
  )
}

function NameForm({ naming, onDone }: { naming: Naming; onDone: () => void }): JSX.Element {
  const { t } = useTexts()
  const [name, setName] = useState(naming.kind === 'rename' ? naming.row.name : '')
  const [pinned, setPinned] = useState(true)
  const { save, problem, clear } = useNamed(naming, onDone)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save(name, pinned)
  }
  return (
    <form noValidate onSubmit={submit}>
      <div className={classes['fields']}>
        <TextInput
          data-autofocus
          label={t('views.name')}
          value={name}
          maxLength={120}
          autoComplete="off"
          error={problem}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setName(event.currentTarget.value)
            clear()
          }}
        />
        {naming.kind === 'new' && (
          <Checkbox
            label={t('views.pinToo')}
            checked={pinned}
            onChange={(event) => setPinned(event.currentTarget.checked)}
          />
        )}
      </div>
      <div className={dialog['buttons']}>
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit">{t('views.save')}</Button>
      </div>
    </form>
  )
}

interface Named {
  save: (name: string, pinned: boolean) => Promise<void>
  problem: string | null
  clear: () => void
}

function useNamed(naming: Naming, onDone: () => void): Named {
  const texts = useTexts()
  const { t } = texts
  const [problem, setProblem] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const save = async (typed: string, pinned: boolean): Promise<void> => {
    const name = typed.trim()
    if (saving) return
    if (name === '') return setProblem(t('errors.field.required'))
    setSaving(true)
    const answer = await call(
      'views.save',
      naming.kind === 'rename'
        ? { id: naming.row.id, change: { name } }
        : { change: { name, area: LAB_VIEWS, definition: naming.definition, pinned } },
    )
    setSaving(false)
    if (!answer.ok) {
      const about = answer.error.fields?.find(({ field }) => field === 'name')
      return setProblem(about ? ruleText(texts, about.rule, about.params) : failureSentence(t, answer.error))
    }
    if (naming.kind === 'new') useViews.getState().stand(answer.value.id)
    toast({ text: t('views.saved', { name }) })
    onDone()
  }
  return { save, problem, clear: () => setProblem(null) }
}
