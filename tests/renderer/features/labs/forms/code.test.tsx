// A code while it is typed: who else bears it, and what a number that a spreadsheet left alone may mean.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { field, findField, openDesk } from './harness'

async function openNew() {
  const desk = await openDesk()
  const { id: owner } = await desk.ask('organizations.save', { change: { nameVi: 'Công ty Mẫu' } })
  const { id: other } = await desk.ask('organizations.save', { change: { nameVi: 'Công ty Khác' } })
  const { id: laboratory } = await desk.ask('labs.save', { change: { nameVi: 'Phòng A', owner } })
  const { id: theirs } = await desk.ask('labs.save', { change: { nameVi: 'Phòng của công ty khác', owner: other } })
  await desk.ask('accreditations.save', {
    change: { code: 'VILAS: 512', organization: other, covers: [{ laboratory: theirs, site: null }] },
  })
  desk.show()
  desk.open({ form: 'accreditation', laboratory })
  await findField('Mã')
  return { desk, laboratory }
}

describe('a code that another holder bears', () => {
  it.each(['VILAS 512', 'vilas-0512', 'VILAS số 512'])(
    'written “%s” is told while typing, with the way there, and saved all the same',
    async (typed) => {
      const { desk, laboratory } = await openNew()
      await desk.user.type(field('Mã'), typed)
      expect(await screen.findByText(/^Mã này đã có trong sổ ở công nhận khác/)).toBeVisible()
      expect(screen.getByRole('button', { name: 'Phòng của công ty khác' })).toBeVisible()
      await desk.user.keyboard('{Control>}s{/Control}')
      await screen.findByText(`Đã lưu ${typed}.`)
      const [saved] = (await desk.ask('labs.get', { id: laboratory })).accreditations
      expect(saved).toMatchObject({
        code: { raw: typed, canonical: 'VILAS 512' },
        flags: ['code_shared', 'edition_missing'],
      })
    },
  )

  it('says nothing of a code that nobody else has', async () => {
    const { desk } = await openNew()
    await desk.user.type(field('Mã'), 'VILAS 512')
    await screen.findByText(/^Mã này đã có trong sổ/)
    await desk.user.type(field('Mã'), '1')
    await waitFor(() => expect(screen.queryByText(/^Mã này đã có trong sổ/)).toBeNull())
  })
})

describe('a number alone, as a spreadsheet leaves it', () => {
  it.each([
    ['24081', ['LAS-XD 24.081']],
    ['16', ['VILAS 016', 'VILAS MED 016', 'LAS-XD 16', 'VIMCERTS 016']],
  ])('%s is offered as %j, and stands as typed until one is taken', async (typed, codes) => {
    const { desk } = await openNew()
    await desk.user.type(field('Mã'), typed)
    const offers = screen.getAllByRole('button', { name: /^Đổi thành/ })
    expect(offers.map(({ textContent }) => textContent)).toEqual(codes.map((code) => `Đổi thành ${code}`))
    expect(field('Mã')).toHaveValue(typed)
    await desk.user.click(offers[0]!)
    expect(field('Mã')).toHaveValue(codes[0])
    expect(field('Mã')).toHaveFocus()
  })
})
