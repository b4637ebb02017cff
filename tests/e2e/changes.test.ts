import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLab, press, runTrace, settled, share } from './support/acting.ts'
import { violations } from './support/axe.ts'
import { DESKTOP, type Lab, launch, PHONE } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

/** Two holes, one of which is filled again. */
const HOLES = ['a 0 200', 'a 1 16', 'a 2 600', 'a 3 16', 'f 0', 'f 2', 'a 4 100']

describe('what changed since a pinned moment', () => {
  test('is marked on the map and told in a list, by keys alone', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runTrace(page, HOLES.join('\n'))
    await press(page, 'Shift+ArrowRight', 4)
    await page.keyboard.press('x')
    await page.getByRole('list', { name: 'What the patterns mean' }).getByText('changed').waitFor()
    await press(page, 'End')
    await visit.screenshot('changes-map')
    const heapTab = page.getByRole('tab', { name: 'Heap', exact: true })
    await heapTab.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { name: /^What has changed since operation 4/ }).waitFor()
    const chunks = page.getByRole('region', { name: 'Chunks' })
    await chunks.getByRole('button', { name: /in use 624 \(p\[2\]\) → free 624/ }).waitFor()
    await page
      .getByText('In between: 1 block allocated (100 bytes), 2 blocks freed (800 bytes), 0 system calls.')
      .waitFor()
    await visit.screenshot('changes-list')
    // A row of the list is the way to its chunk.
    await chunks.getByRole('button', { name: /→ free 624/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('tabpanel', { name: 'Chunk' }).getByText('624', { exact: false }).first().waitFor()
    await page.keyboard.press('Shift+X')
    await page.getByRole('heading', { name: 'This is the pinned moment.' }).waitFor()
    await press(page, 'Home')
    await page.getByRole('heading', { name: /which comes later\.$/ }).waitFor()
    await page.keyboard.press('x')
    await page.getByText('Nothing is pinned.', { exact: false }).waitFor()
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('is part of a link', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runTrace(page, HOLES.join('\n'))
    await press(page, 'Shift+ArrowRight', 3)
    await page.getByRole('button', { name: 'Pin', exact: true }).click()
    await press(page, 'End')
    await page.getByRole('tab', { name: 'Changes' }).click()
    const told = page.getByRole('region', { name: 'Chunks' })
    await told.waitFor()
    const rows = await told.getByRole('listitem').allTextContents()
    const link = await share(page)
    await visit.close()
    const other = await lab.newPage()
    await other.page.goto(link)
    await settled(other.page)
    const same = other.page.getByRole('region', { name: 'Chunks' })
    await same.waitFor()
    expect(await same.getByRole('listitem').allTextContents()).toEqual(rows)
    expect(
      await other.page.getByRole('button', { name: 'Pin', exact: true }).getAttribute('aria-pressed'),
    ).toBe('true')
    await other.close()
  })

  test('fits every screen', async () => {
    for (const [name, viewport, theme] of [
      ['desktop', DESKTOP, 'light'],
      ['projector', { width: 1280, height: 720 }, 'dark'],
      ['phone', PHONE, 'light'],
    ] as const) {
      const visit = await lab.newPage(viewport, theme)
      const { page } = visit
      await openLab(page, lab.site.url)
      await press(page, 'Shift+ArrowRight', 2)
      await page.keyboard.press('x')
      await press(page, 'Shift+ArrowRight', 3)
      // A lesson opens with its text where one panel is all there is room for.
      if (viewport === PHONE) await page.getByRole('button', { name: 'Heap', exact: true }).click()
      await page.getByRole('tab', { name: 'Changes' }).click()
      await page.getByRole('region', { name: 'Chunks' }).waitFor()
      await visit.screenshot(`changes-${name}`)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
      expect(await violations(page)).toEqual([])
      await visit.close()
    }
  })
})
