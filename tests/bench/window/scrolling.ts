// Scrolling through the whole list by the wheel: the length of each frame, beside a plain list of as many elements in the empty window.
import type { Bench, Row } from '../support/measure'
import { drive } from './driven'
import { beginFrames, endFrames } from './frames'
import type { Profiles } from './place'
import { told } from './row'

const NOTCHES = 240
const NOTCH_PX = 360

export async function measureScrolling(place: Profiles, { smoke }: Bench): Promise<Row[]> {
  const labs = smoke ? 32 : 32_000
  const driven = await drive(await place.ours(labs))
  const { page } = driven
  await page.keyboard.press('Control+2')
  const grid = page.getByRole('main').getByRole('grid')
  await grid.waitFor()
  await page.waitForTimeout(3_000)
  const box = (await grid.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await beginFrames(page)
  for (let notch = 0; notch < (smoke ? 20 : NOTCHES); notch += 1) {
    await page.mouse.wheel(0, NOTCH_PX)
    await page.waitForTimeout(16)
  }
  const values = await endFrames(page)
  await driven.close()
  return [told({ name: 'scrolling the list, a frame', labs, values, limit: { p95: 20 } })]
}
