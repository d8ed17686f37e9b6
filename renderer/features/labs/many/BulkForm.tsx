// “Sửa nhiều ô”: one field of all chosen laboratories, or of their accreditations, to one value. What it would do stands below before it is done.
import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef, type JSX } from 'react'
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { useActions } from '../../../actions/action'
import { isUnchosen } from '../../../components/fields/ComboField'
import { CheckField, SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { LoadFailed } from '../../../components/LoadFailed'
import { Skeleton } from '../../../components/Skeleton'
import { useTexts } from '../../../texts/texts'
import { useCall } from '../../../useCall'
import { useFormLock } from '../../../useFormLock'
import { AskUnsaved } from '../forms/AskUnsaved'
import formClasses from '../forms/forms.module.css'
import { Group, Wide } from '../forms/Group'
import { LockNotice } from '../forms/LockNotice'
import { moveOnEnter, useFocusFirst } from '../forms/movement'
import { useFormStore, type FormTarget, type Next } from '../forms/openForm'
import { issuerOptions, schemeOptions } from '../forms/options'
import { OrganizationField } from '../forms/OrganizationField'
import { PanelFrame } from '../forms/PanelFrame'
import { bulkLines, bulkSent, type Bulk } from './bulk'
import { BulkPreview } from './BulkPreview'
import { wordsOf, type Field } from './field'
import classes from './many.module.css'
import type { Kind } from './table'
import { useBulkSave } from './useBulkSave'
import { useTable, type Filled } from './useTable'

interface BulkValues {
  /** `laboratory.phone` */
  path: string | null
  /** what was typed for each field */
  values: Partial<Record<string, Partial<Record<string, string | null>>>>
  clear: boolean
}

/** One value for many records makes no sense of a name or of a code. */
const OWN_TO_EACH = new Set(['nameVi', 'nameEn', 'code'])

export function BulkForm({ target }: { target: FormTarget & { form: 'many' } }): JSX.Element {
  const { t, n } = useTexts()
  const labs = useTable('laboratory', target.labs)
  const held = useTable('accreditation', target.labs)
  const title = t('many.bulk.title')
  const subject = t('many.bulk.subject', { count: target.labs.length, shown: n(target.labs.length) })
  const failed = [labs, held].find((load) => load.state === 'error')
  if (labs.state !== 'ready' || held.state !== 'ready')
    return (
      <PanelFrame title={title} subject={subject}>
        {failed?.state === 'error' ? <LoadFailed error={failed.error} onRetry={failed.refetch} /> : <Skeleton />}
      </PanelFrame>
    )
  return <Open title={title} subject={subject} tables={{ laboratory: labs.data, accreditation: held.data }} />
}

interface OpenProps {
  title: string
  subject: string
  tables: Readonly<Record<Kind, Filled>>
}

function Open({ title, subject, tables }: OpenProps): JSX.Element {
  const { t, n } = useTexts()
  const lock = useFormLock('labs.saveMany')
  const form = useForm<BulkValues>({ defaultValues: { path: null, values: {}, clear: false } })
  const { chosen, bulk, problem } = useBulk(form, tables)
  const saving = useBulkSave()
  const element = useRef<HTMLFormElement>(null)
  useFocusFirst(element, true)
  const lines = useMemo(() => (chosen && bulk ? bulkLines(chosen.rows, bulk) : []), [chosen, bulk])
  const sent = chosen && bulk ? bulkSent(chosen.rows, chosen.seq, bulk) : null
  const locked = lock.reason !== null
  const ready = !locked && sent !== null && sent.rows.length > 0 && !saving.busy
  const apply = (next: Next = null): void => {
    if (ready && chosen && bulk) void saving.save(chosen.table, sent, bulk, next)
  }
  useActions([
    { id: 'form.saveClose', label: 'many.bulk.apply', shortcut: ['Ctrl+Enter', 'Ctrl+S'], run: () => apply() },
  ])
  return (
    <PanelFrame
      title={title}
      subject={subject}
      notices={<LockNotice lock={lock} />}
      asks={<AskUnsaved onSave={apply} onDrop={() => useFormStore.getState().setDirty(false)} />}
      footer={
        <Button disabled={!ready} loading={saving.busy} title="Ctrl+Enter" onClick={() => apply()}>
          {t('many.bulk.applyTo', { count: sent?.rows.length ?? 0, shown: n(sent?.rows.length ?? 0) })}
        </Button>
      }
    >
      <form
        ref={element}
        className={formClasses['form']}
        aria-labelledby="form-title"
        noValidate
        onKeyDown={moveOnEnter}
        onSubmit={(event) => event.preventDefault()}
      >
        <fieldset className={formClasses['fieldset']} disabled={locked}>
          <legend className="seen-by-readers">{t('forms.fieldsOf', { title })}</legend>
          <Fields form={form} tables={tables} chosen={chosen} problem={problem} />
        </fieldset>
      </form>
      {bulk !== null && <BulkPreview lines={lines} clashes={saving.clashes} />}
    </PanelFrame>
  )
}

interface Chosen extends Filled {
  field: Field
}

/** The field chosen and what would be written; null while it cannot be. What was typed for one field stays there while another is looked at. */
function useBulk(
  { control }: UseFormReturn<BulkValues>,
  tables: OpenProps['tables'],
): { chosen: Chosen | null; bulk: Bulk | null; problem: string | null } {
  const { path, values, clear } = useWatch({ control }) as BulkValues
  const [kind, id] = pathOf(path)
  const value = values[kind]?.[id] ?? null
  useDirty(clear || (value ?? '') !== '')
  return useMemo(() => {
    const field = tables[kind].table.fields.find((each) => each.id === id)
    if (field === undefined) return { chosen: null, bulk: null, problem: null }
    const chosen = { ...tables[kind], field }
    if (clear) return { chosen, bulk: { field, value: null, words: '' }, problem: null }
    if (value === null || value.trim() === '' || isUnchosen(value)) return { chosen, bulk: null, problem: null }
    if (field.list !== undefined) return { chosen, bulk: { field, value, words: wordsOf(field, value) }, problem: null }
    const read = field.read(value)
    if ('problem' in read) return { chosen, bulk: null, problem: read.problem }
    return { chosen, bulk: { field, value: read.value, words: read.value ?? '' }, problem: null }
  }, [tables, kind, id, value, clear])
}

function pathOf(path: string | null): [kind: Kind, id: string] {
  const [kind, id = ''] = (path ?? '').split('.')
  return [kind === 'accreditation' ? 'accreditation' : 'laboratory', id]
}

function useDirty(dirty: boolean): void {
  useEffect(() => useFormStore.getState().setDirty(dirty), [dirty])
}

interface FieldsProps {
  form: UseFormReturn<BulkValues>
  tables: OpenProps['tables']
  chosen: Chosen | null
  problem: string | null
}

function Fields({ form, tables, chosen, problem }: FieldsProps): JSX.Element {
  const { t } = useTexts()
  const { control } = form
  const clear = useWatch({ control, name: 'clear' })
  const options = (['laboratory', 'accreditation'] as const).flatMap((kind) =>
    tables[kind].rows.length === 0
      ? []
      : tables[kind].table.fields
          .filter(({ id }) => !OWN_TO_EACH.has(id))
          .map(({ id, label }) => ({ value: `${kind}.${id}`, label: `${t(`many.of.${kind}`)}: ${label}` })),
  )
  return (
    <Group title={t('many.bulk.what')}>
      <Wide>
        <SelectField control={control} name="path" label={t('many.bulk.field')} options={options} />
      </Wide>
      {chosen !== null && (
        <>
          <Wide>
            <ValueField form={form} chosen={chosen} disabled={clear} />
            {problem !== null && (
              <p role="alert" className={classes['problem']}>
                {problem}
              </p>
            )}
          </Wide>
          <Wide>
            <CheckField control={control} name="clear" label={t('many.bulk.clear')} />
          </Wide>
        </>
      )}
    </Group>
  )
}

function ValueField({
  form,
  chosen,
  disabled,
}: Pick<FieldsProps, 'form'> & { chosen: Chosen; disabled: boolean }): JSX.Element {
  const { t, language } = useTexts()
  const { field, table } = chosen
  const reference = useCall('reference.get', {})
  const name = `values.${table.kind}.${field.id}` as const
  const common = { control: form.control, name, label: t('many.bulk.value'), disabled }
  if (field.id === 'owner' || field.id === 'organization')
    return <OrganizationField key={name} {...common} onChosen={(id) => form.setValue(name, id)} />
  if (field.list === undefined) return <TextField key={name} {...common} lines={field.id === 'note' ? 2 : 1} />
  const lists = reference.state === 'ready' ? reference.data : null
  const full = lists === null ? [] : field.id === 'scheme' ? schemeOptions(lists, language) : issuerOptions(lists)
  const options = field.id === 'kind' ? field.list.map(({ id, words }) => ({ value: id, label: words })) : full
  return <SelectField key={name} {...common} options={options} />
}
