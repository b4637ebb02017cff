import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseAllocator, chooseFile, openLab, press, seen } from './support/acting.ts'
import { type Lab, launch } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

const OPERATIONS = 1_000_000

/** A million operations: blocks of many sizes, freed in another order than they were made. */
function million(): string {
  const lines = ['0', String(OPERATIONS / 2), String(OPERATIONS), '1']
  let state = 12345
  const live: number[] = []
  for (let id = 0; lines.length < OPERATIONS + 4; ) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    if (live.length > 2000 || (live.length > 0 && state % 100 < 48)) {
      const at = (state >>> 8) % live.length
      lines.push(`f ${live[at]}`)
      live[at] = live[live.length - 1]!
      live.pop()
    } else {
      lines.push(`a ${id} ${16 + ((state >>> 12) % 500)}`)
      live.push(id++)
    }
  }
  return `${lines.join('\n')}\n`
}

test('a trace of a million operations opens with progress, can be cancelled, goes on, and is scrubbed freely', async () => {
  const visit = await lab.newPage()
  const { page } = visit
  await openLab(page, lab.site.url)
  await chooseAllocator(page, 'Segregated')
  await chooseFile(page, 'million.rep', million())
  await page.getByRole('button', { name: 'Cancel' }).waitFor()
  await page.getByRole('progressbar').waitFor()
  await page.getByText(/operations run/).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Resume' }).waitFor()
  await press(page, 'End')
  expect((await seen(page)).where).toContain('of 1,000,000')
  await visit.screenshot('million-cancelled')
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 120_000 })

  await press(page, 'End')
  expect((await seen(page)).where).toContain('Operation 1,000,000 of 1,000,000')
  const timeline = page.getByRole('slider').first()
  const box = (await timeline.boundingBox())!
  for (const share of [0.1, 0.75, 0.33, 0.5]) {
    await page.mouse.click(box.x + box.width * share, box.y + box.height / 2)
    const { where } = await seen(page)
    const operation = Number(/Operation ([\d,]+)/.exec(where)![1]!.replaceAll(',', ''))
    expect(operation / OPERATIONS).toBeCloseTo(share, 1)
  }
  // The map scrolls to what a step touches, so that only the words are the same after going there and back.
  const { sentence, where } = await seen(page)
  await press(page, 'ArrowRight', 3)
  await press(page, 'ArrowLeft', 3)
  expect(await seen(page)).toMatchObject({ sentence, where })
  await visit.screenshot('million')
  expect(visit.errors).toEqual([])
  await visit.close()
}, 180_000)
