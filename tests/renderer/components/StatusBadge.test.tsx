// Status is never told by colour alone: every status has its own sign and its own word.
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { statuses } from '../../../db/model/status/spans'
import { FlagWord } from '../../../renderer/components/FlagWord'
import { StatusBadge } from '../../../renderer/components/StatusBadge'
import { axeFinds, show } from './harness'

describe('StatusBadge', () => {
  it('has a word and a sign of its own for each of the eight statuses', async () => {
    const { container } = show(
      <>
        {statuses.map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
      </>,
    )
    const words = [...container.querySelectorAll('[data-variant]')].map((badge) => badge.textContent)
    const signs = [...container.querySelectorAll('svg')].map((sign) => sign.innerHTML)
    expect(new Set(words).size).toBe(statuses.length)
    expect(new Set(signs).size).toBe(statuses.length)
    expect(words).toContain('Đình chỉ một phần')
    expect(await axeFinds(container)).toEqual([])
  })

  it.each([
    [25, 'Sắp hết hạn · còn 25 ngày'],
    [1, 'Sắp hết hạn · còn 1 ngày'],
    [0, 'Sắp hết hạn · hết hôm nay'],
    [-3, 'Sắp hết hạn · có thể đã hết hạn'],
  ])('says how long an expiring one still has: %i days', (daysLeft, words) => {
    const { container } = show(<StatusBadge status="expiring" daysLeft={daysLeft} />)
    expect(container.querySelector('[data-status="expiring"][data-variant]')).toHaveTextContent(words)
  })

  it('does not count days for a status that is not about to end', () => {
    show(<StatusBadge status="valid" daysLeft={400} />)
    expect(screen.getByText('Còn hiệu lực')).toBeInTheDocument()
    expect(screen.queryByText(/400/)).not.toBeInTheDocument()
  })
})

it('reads out the rule behind a flag', () => {
  const { container } = show(<FlagWord word="chưa xác minh" rule="Chưa ai so với bản gốc." />)
  expect(container).toHaveTextContent('chưa xác minh: Chưa ai so với bản gốc.')
})
