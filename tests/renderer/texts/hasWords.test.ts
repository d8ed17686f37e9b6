// Filtering short lists: without accents, and those with the very accents first.
import { expect, it } from 'vitest'
import { exactFirst, hasWords } from '../../../renderer/texts/hasWords'

it('finds words without accents, and puts those with the accents typed first', () => {
  const names = ['Phòng Thuy san', 'Phòng Thủy sản', 'Phòng Xăng dầu']
  const found = (typed: string) =>
    exactFirst(
      names.filter((name) => hasWords(name, typed)),
      typed,
      (name) => name,
    )
  expect(found('thuy san')).toEqual(['Phòng Thuy san', 'Phòng Thủy sản'])
  expect(found('thủy sản'.normalize('NFD'))).toEqual(['Phòng Thủy sản', 'Phòng Thuy san'])
})
