// One record in the panel: first the draft that may lie there, then the fields with everything around them: lock, errors, choices,
// unsaved changes, the buttons. The forms themselves only name their fields.
import { useRef, type JSX, type ReactNode } from 'react'
import type { Control, FieldValues, UseFormReturn } from 'react-hook-form'
import { useActions } from '../../../actions/action'
import { Skeleton } from '../../../components/Skeleton'
import { useTexts, type Translate } from '../../../texts/texts'
import { AskUnsaved } from './AskUnsaved'
import { Choices } from './Choices'
import { DraftOffer } from './DraftOffer'
import { useDraft, type Draft } from './drafts'
import { ErrorSummary } from './ErrorSummary'
import { FormFoot, type Onward } from './FormFoot'
import classes from './forms.module.css'
import { useFormLock, type FormLock } from '../../../useFormLock'
import { LockNotice } from './LockNotice'
import { moveOnEnter, useFocusFirst } from './movement'
import { NextSteps } from './NextSteps'
import { PanelFrame } from './PanelFrame'
import type { RecordSpec } from './recordSpec'
import type { Step } from './steps'
import { TroubleNotice } from './TroubleNotice'
import { useRecordForm } from './useRecordForm'

export interface Titles {
  /** “Thêm phòng thí nghiệm” */
  add: string
  /** “Sửa phòng thí nghiệm” */
  edit: string
}

export interface FieldsProps<V extends FieldValues, C extends object> {
  control: Control<V>
  form: UseFormReturn<V, unknown, C>
  /** null: not in the register yet */
  id: string | null
  locked: boolean
}

export interface RecordPanelProps<V extends FieldValues, C extends object> {
  spec: RecordSpec<V, C>
  titles: Titles
  /** the record this one belongs to, shown while it has no name of its own */
  within?: string | undefined
  children: (fields: FieldsProps<V, C>) => ReactNode
}

export function RecordPanel<V extends FieldValues, C extends object>(props: RecordPanelProps<V, C>): JSX.Element {
  const { spec, titles } = props
  const draft = useDraft(spec.keyOf(spec.id))
  const lock = useFormLock(spec.call)
  const title = spec.id === null ? titles.add : titles.edit
  const subject = spec.id === null ? props.within : spec.nameOf(spec.start.values)
  if (draft.state === 'asking' || lock.state === 'asking') {
    return (
      <PanelFrame title={title} subject={subject}>
        <Skeleton />
      </PanelFrame>
    )
  }
  if (draft.state === 'offered' && lock.reason === null) {
    return (
      <PanelFrame title={title} subject={subject}>
        <DraftOffer savedAt={draft.draft.savedAt} onUse={draft.use} onDrop={draft.drop} />
      </PanelFrame>
    )
  }
  return <OpenRecord {...props} lock={lock} draft={draft.state === 'used' ? draft.draft : null} />
}

interface OpenRecordProps<V extends FieldValues, C extends object> extends RecordPanelProps<V, C> {
  lock: FormLock
  draft: Draft | null
}

function OpenRecord<V extends FieldValues, C extends object>(props: OpenRecordProps<V, C>): JSX.Element {
  const { spec, titles, lock } = props
  const { t } = useTexts()
  const locked = lock.reason !== null
  const record = useRecordForm(spec, props.draft, locked)
  const { form, id, saving, trouble, save } = record
  const element = useRef<HTMLFormElement>(null)
  const steps = spec.id === null ? (spec.steps ?? []) : []
  const onward = onwardOf(t, spec.next !== undefined, steps[0])
  useFocusFirst(element, spec.id === null)
  useActions([
    { id: 'form.save', label: 'forms.actions.save', shortcut: 'Ctrl+S', run: () => save({ goal: 'stay' }) },
    {
      id: 'form.saveClose',
      label: 'forms.actions.saveClose',
      shortcut: 'Ctrl+Enter',
      run: () => save({ goal: 'close' }),
    },
    ...(onward === null
      ? []
      : [
          {
            id: 'form.saveNext',
            label: 'forms.actions.saveOnward' as const,
            shortcut: 'Ctrl+Shift+Enter',
            run: () => save(onward.after),
          },
        ]),
  ])
  return (
    <PanelFrame
      title={id === null ? titles.add : titles.edit}
      subject={id === null ? props.within : spec.nameOf(form.getValues())}
      notices={<LockNotice lock={lock} />}
      asks={
        <>
          <AskUnsaved onSave={(target) => save({ goal: 'close', target })} onDrop={record.drop} />
          <ErrorSummary form={form} shown={trouble?.kind === 'fields'} labelOf={spec.labelOf} />
          <TroubleNotice trouble={trouble} />
          {trouble?.kind === 'choices' && <Choices choices={trouble.choices} spec={spec} onChoose={record.choose} />}
          <NextSteps steps={steps} id={id} />
        </>
      }
      footer={
        <FormFoot saving={saving} locked={locked} save={save} onward={onward} added={spec.id === null && id !== null} />
      }
    >
      <form
        ref={element}
        className={classes['form']}
        aria-labelledby="form-title"
        noValidate
        onKeyDown={moveOnEnter}
        onSubmit={(event) => event.preventDefault()}
      >
        <fieldset className={classes['fieldset']} disabled={locked}>
          <legend className="seen-by-readers">
            {t('forms.fieldsOf', { title: id === null ? titles.add : titles.edit })}
          </legend>
          {props.children({ control: form.control as unknown as Control<V>, form, id, locked })}
        </fieldset>
      </form>
    </PanelFrame>
  )
}

function onwardOf(t: Translate, repeats: boolean, step: Step | undefined): Onward | null {
  if (repeats) return { label: t('forms.actions.saveNext'), after: { goal: 'next' } }
  return step === undefined ? null : { label: step.save, after: { goal: 'close', step: step.target } }
}
