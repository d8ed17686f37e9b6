// Form fields: what people type stays as typed, what was understood stands below, what is wrong is said in one sentence.
import { Button } from '@mantine/core'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { describe, expect, it, vi } from 'vitest'
import type { PartialDate } from '../../../db/model/dates/partial'
import { CodeField } from '../../../renderer/components/fields/CodeField'
import { ComboField } from '../../../renderer/components/fields/ComboField'
import { showProblems } from '../../../renderer/components/fields/fieldError'
import { PartialDateField } from '../../../renderer/components/fields/PartialDateField'
import { SelectField } from '../../../renderer/components/fields/SelectField'
import { TextField } from '../../../renderer/components/fields/TextField'
import { useTexts } from '../../../renderer/texts/texts'
import { axeFinds, show } from './harness'

interface FormProps<V extends FieldValues> {
  values: DefaultValues<V>
  onSave?: (values: V) => void
  children: (form: UseFormReturn<V>) => React.ReactNode
}
function Form<V extends FieldValues>({ values, onSave = () => undefined, children }: FormProps<V>) {
  const form = useForm<V>({ defaultValues: values })
  const save = form.handleSubmit((saved) => onSave(saved as unknown as V))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {children(form as unknown as UseFormReturn<V>)}
      <button type="submit">Lưu</button>
      <button type="button" onClick={() => form.reset()}>
        Bỏ thay đổi
      </button>
    </form>
  )
}

describe('PartialDateField', () => {
  interface Values {
    date: PartialDate | null
  }
  const dateForm = (onSave?: (values: Values) => void, date: PartialDate | null = null) => (
    <Form<Values> values={{ date }} {...(onSave && { onSave })}>
      {(form) => <PartialDateField control={form.control} name="date" label="Ngày hết hạn" />}
    </Form>
  )
  const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Ngày hết hạn' })

  it.each([
    ['25/11/26', 'Hiểu là 25/11/2026'],
    ['25-11-2026', 'Hiểu là 25/11/2026'],
    ['11/2026', 'Hiểu là 11/2026 (chưa rõ ngày)'],
    ['2026', 'Hiểu là 2026 (chưa rõ ngày, tháng)'],
    ['không thời hạn', 'Hiểu là không thời hạn'],
  ])('shows what it understood by “%s” and leaves the text as typed', async (typed, understood) => {
    const user = userEvent.setup()
    show(dateForm())
    await user.type(field(), typed)
    await user.tab()
    expect(field()).toHaveValue(typed)
    expect(field()).toHaveAccessibleDescription(understood)
  })

  it('never rewrites the text under the caret while somebody types in the middle of it', async () => {
    const user = userEvent.setup()
    show(dateForm(undefined, { iso: '2026-11-25' }))
    field().setSelectionRange(1, 2)
    await user.type(field(), '6', { initialSelectionStart: 1, initialSelectionEnd: 2 })
    expect(field()).toHaveValue('26/11/2026')
    expect(field().selectionStart).toBe(2)
  })

  it('says what is wrong only after the field was left, and lets no such date be saved', async () => {
    const user = userEvent.setup()
    const onSave = vi.fn<(values: Values) => void>()
    show(dateForm(onSave))
    await user.type(field(), '31/02/2026')
    expect(field()).not.toBeInvalid()
    await user.tab()
    expect(field()).toBeInvalid()
    expect(screen.getByText('Tháng đó không có ngày này. Hãy xem lại ngày.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Lưu' }))
    await waitFor(() => expect(field()).toHaveFocus())
    expect(onSave).not.toHaveBeenCalled()
    await user.clear(field())
    await user.type(field(), '28/02/2026{Enter}')
    await waitFor(() => expect(onSave).toHaveBeenCalledWith({ date: { iso: '2026-02-28' } }))
  })

  it('keeps the words as printed, and null for an emptied field', async () => {
    const user = userEvent.setup()
    const onSave = vi.fn<(values: Values) => void>()
    show(dateForm(onSave, { iso: '2026-11', printed: '…/11/2026' }))
    expect(field()).toHaveValue('…/11/2026')
    await user.clear(field())
    await user.click(screen.getByRole('button', { name: 'Lưu' }))
    await waitFor(() => expect(onSave).toHaveBeenCalledWith({ date: null }))
  })

  it('follows the form when the change is discarded', async () => {
    const user = userEvent.setup()
    show(dateForm(undefined, { iso: '2026-11-25' }))
    await user.clear(field())
    await user.type(field(), 'mai')
    await user.click(screen.getByRole('button', { name: 'Bỏ thay đổi' }))
    expect(field()).toHaveValue('25/11/2026')
  })
})

describe('CodeField', () => {
  interface Values {
    code: string | null
  }
  const codeForm = (onSave?: (values: Values) => void) => (
    <Form<Values> values={{ code: null }} {...(onSave && { onSave })}>
      {(form) => <CodeField control={form.control} name="code" label="Mã công nhận" />}
    </Form>
  )
  const field = () => screen.getByRole('textbox', { name: 'Mã công nhận' })

  it('shows the canonical form of what was typed', async () => {
    const user = userEvent.setup()
    show(codeForm())
    await user.type(field(), 'vilas: 16')
    expect(field()).toHaveValue('vilas: 16')
    expect(screen.getByText('Hiểu là VILAS 016')).toBeInTheDocument()
  })

  it('refuses “VILAS 18O” and offers what was probably meant', async () => {
    const user = userEvent.setup()
    const onSave = vi.fn<(values: Values) => void>()
    show(codeForm(onSave))
    await user.type(field(), 'VILAS 18O{Enter}')
    await waitFor(() => expect(field()).toBeInvalid())
    expect(onSave).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Đổi thành VILAS 180' }))
    await user.click(screen.getByRole('button', { name: 'Lưu' }))
    await waitFor(() => expect(onSave).toHaveBeenCalledWith({ code: 'VILAS 180' }))
  })

  it('keeps a code of a scheme it does not know', async () => {
    const user = userEvent.setup()
    const onSave = vi.fn<(values: Values) => void>()
    show(codeForm(onSave))
    await user.type(field(), 'PTN-QN 01{Enter}')
    expect(screen.getByText(/sẽ giữ nguyên như đã gõ/)).toBeInTheDocument()
    await waitFor(() => expect(onSave).toHaveBeenCalledWith({ code: 'PTN-QN 01' }))
  })
})

describe('text and choices', () => {
  interface Values {
    name: string | null
    kind: string | null
    owner: string | null
  }
  const owners = [
    { value: 'o1', label: 'Trung tâm Thủy sản', note: 'Hạ Long' },
    { value: 'o2', label: 'Công ty Than Vàng Danh' },
  ]
  const whole = (onSave: (values: Values) => void, onCreate?: (text: string) => void) => (
    <Form<Values> values={{ name: 'Phòng A', kind: null, owner: 'o2' }} onSave={onSave}>
      {(form) => (
        <>
          <TextField control={form.control} name="name" label="Tên phòng" required />
          <SelectField
            control={form.control}
            name="kind"
            label="Loại"
            unknown="chưa rõ"
            options={[{ value: 't', label: 'Thử nghiệm' }]}
          />
          <ComboField
            control={form.control}
            name="owner"
            label="Cơ quan chủ quản"
            options={owners}
            {...(onCreate && { onCreate })}
          />
          <Conflict form={form} />
        </>
      )}
    </Form>
  )
  function Conflict({ form }: { form: UseFormReturn<Values> }) {
    const texts = useTexts()
    const problem = { field: 'name', rule: 'conflict', by: 'Lan', theirs: 'Phòng B' }
    return <Button onClick={() => showProblems(texts, form.setError, [problem])}>Trả lời của sổ</Button>
  }

  it('gives null for what is not known', async () => {
    const user = userEvent.setup()
    const onSave = vi.fn<(values: Values) => void>()
    show(whole(onSave))
    await user.clear(screen.getByRole('textbox', { name: 'Tên phòng' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Loại' }), 't')
    await user.click(screen.getByRole('button', { name: 'Lưu' }))
    await waitFor(() => expect(onSave).toHaveBeenCalledWith({ name: null, kind: 't', owner: 'o2' }))
  })

  it('finds an option by words without accents, by keyboard alone', async () => {
    const user = userEvent.setup()
    const onSave = vi.fn<(values: Values) => void>()
    show(whole(onSave))
    const combo = screen.getByRole('textbox', { name: 'Cơ quan chủ quản' })
    expect(combo).toHaveValue('Công ty Than Vàng Danh')
    await user.clear(combo)
    await user.type(combo, 'san thuy')
    expect(within(screen.getByRole('listbox')).getAllByRole('option')).toHaveLength(1)
    await user.keyboard('{ArrowDown}{Enter}')
    expect(combo).toHaveValue('Trung tâm Thủy sản')
    await user.click(screen.getByRole('button', { name: 'Lưu' }))
    await waitFor(() => expect(onSave).toHaveBeenCalledWith(expect.objectContaining({ owner: 'o1' })))
  })

  it('offers to add what it does not find, and keeps words that name nothing, with what to do about them', async () => {
    const user = userEvent.setup()
    const onCreate = vi.fn<(text: string) => void>()
    show(whole(() => undefined, onCreate))
    const combo = screen.getByRole('textbox', { name: 'Cơ quan chủ quản' })
    await user.type(combo, ' mới')
    await user.click(screen.getByRole('option', { name: 'Thêm “Công ty Than Vàng Danh mới”' }))
    expect(onCreate).toHaveBeenCalledWith('Công ty Than Vàng Danh mới')
    await user.type(combo, ' cũ')
    await user.tab()
    expect(combo).toHaveValue('Công ty Than Vàng Danh mới cũ')
    expect(screen.getByText(/Chưa chọn được. Hãy chọn một dòng trong danh sách/)).toBeInTheDocument()
  })

  it('takes the only option on Enter, points at the first of several, and goes back on Esc', async () => {
    const user = userEvent.setup()
    show(whole(() => undefined))
    const combo = screen.getByRole('textbox', { name: 'Cơ quan chủ quản' })
    await user.clear(combo)
    await user.type(combo, 'thuy{Enter}')
    expect(combo).toHaveValue('Trung tâm Thủy sản')
    await user.clear(combo)
    await user.type(combo, 'an{Enter}')
    expect(combo).toHaveValue('an')
    expect(combo).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(combo).toHaveValue('Trung tâm Thủy sản')
    await user.type(combo, ' cũ{Escape}')
    expect(combo).toHaveValue('Trung tâm Thủy sản')
  })

  it('takes words that are an option’s very name when the field is left', async () => {
    const user = userEvent.setup()
    show(whole(() => undefined))
    const combo = screen.getByRole('textbox', { name: 'Cơ quan chủ quản' })
    await user.clear(combo)
    await user.type(combo, 'trung tâm thủy sản')
    await user.tab()
    expect(combo).toHaveValue('Trung tâm Thủy sản')
  })

  it('puts the registry’s answer to its field, says who changed it, and goes there', async () => {
    const user = userEvent.setup()
    show(whole(() => undefined))
    await user.click(screen.getByRole('button', { name: 'Trả lời của sổ' }))
    const name = screen.getByRole('textbox', { name: 'Tên phòng' })
    expect(
      await screen.findByText('Lan đã sửa thành “Phòng B”. Hãy chọn giá trị đúng rồi lưu lại.'),
    ).toBeInTheDocument()
    await waitFor(() => expect(name).toHaveFocus())
  })

  it('has nothing that axe calls a fault', async () => {
    const { container } = show(whole(() => undefined))
    await act(async () => expect(await axeFinds(container)).toEqual([]))
  })
})
