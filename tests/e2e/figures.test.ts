import { readFileSync } from 'node:fs'
import type { Download, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseFile, openLab, press, runTrace, seen, settled } from './support/acting.ts'
import { type Lab, launch, PHONE } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

/** Three holes between blocks that stay, and a block that fits into the second. */
const HOLES = ['a 0 200', 'a 1 16', 'a 2 600', 'a 3 16', 'a 4 500', 'a 5 16', 'f 0', 'f 2', 'f 4', 'a 6 400']

async function openFigures(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Figures' }).click()
  await page.getByRole('slider', { name: /^Where each byte goes/ }).waitFor()
}

const chart = (page: Page, name: string) => page.getByRole('slider', { name: new RegExp(`^${name}`) })
const reading = (page: Page) => page.locator('.reading')

/** A place on a chart: as far from left to right as an operation, and as high as a share of it. */
async function placeOf(at: Locator, operation: number, total: number, height: number) {
  await at.scrollIntoViewIfNeeded()
  const box = (await at.boundingBox())!
  const [left, right] = [62, box.width - 14]
  return {
    x: box.x + left + ((operation - 1) / (total - 1)) * (right - left),
    y: box.y + box.height * (1 - height),
  }
}

/** The file that a choice of the export menu offers. */
async function exported(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export the figures' }).click()
  const offered: Promise<Download> = page.waitForEvent('download')
  await page.getByRole('button', { name: new RegExp(`^${format}`) }).click()
  const download = await offered
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describe('the figures', () => {
  test('are read by hovering, and go where one clicks', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runTrace(page, HOLES.join('\n'))
    await press(page, 'End')
    await openFigures(page)
    await page.getByText('After operation 10: heap', { exact: false }).waitFor()
    const bytes = chart(page, 'Bytes')
    const sixth = await placeOf(bytes, 6, 10, 0.5)
    await page.mouse.move(sixth.x, sixth.y)
    await page.getByText('After operation 6: heap 1,480 B').waitFor()
    // All charts read the same operation; the moment stays where it is.
    expect(await chart(page, 'Fragmentation').getAttribute('aria-valuetext')).toContain('Operation 6')
    expect((await seen(page)).where).toContain('Operation 10 of 10')
    await visit.screenshot('figures-hover')
    await page.mouse.click(sixth.x, sixth.y)
    await settled(page)
    expect((await seen(page)).where).toContain('Operation 6 of 10')
    await page.mouse.move(5, 5)
    await page.getByText('After operation 6: heap 1,480 B').waitFor()
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('are read with the keys, and Enter goes there', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runTrace(page, HOLES.join('\n'))
    await openFigures(page)
    await chart(page, 'Where each byte goes').focus()
    await page.keyboard.press('End')
    await page.getByText('After operation 10:', { exact: false }).waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.getByText('After operation 9:', { exact: false }).waitFor()
    expect(await chart(page, 'Where each byte goes').getAttribute('aria-valuetext')).toMatch(
      /^Operation 9: requested 48 B, tags 48 B, .*holes/,
    )
    await page.keyboard.press('Enter')
    await settled(page)
    expect((await seen(page)).where).toContain('Operation 9 of 10')
    await visit.close()
  })

  test('a click on a part lights up its chunks on the map', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runTrace(page, HOLES.join('\n'))
    await press(page, 'End')
    await openFigures(page)
    // At operation 9 the bytes in the upper half of the stack are holes.
    const holes = await placeOf(chart(page, 'Where each byte goes'), 9, 10, 0.5)
    await page.mouse.move(holes.x, holes.y)
    await page.mouse.click(holes.x, holes.y)
    await page.getByText('Lit up: holes, 1,376 bytes in 3 chunks').waitFor()
    await settled(page)
    expect((await seen(page)).where).toContain('Operation 9 of 10')
    await visit.screenshot('figures-lit')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('free', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'Put out' }).click()
    await page.getByText('Lit up').waitFor({ state: 'detached' })
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('can be taken along as CSV, JSON, PNG and SVG', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runTrace(page, HOLES.join('\n'))
    await openFigures(page)
    const csv = await exported(page, 'CSV')
    expect(csv.name).toMatch(/-figures\.csv$/)
    const [head, ...lines] = csv.bytes.toString().trimEnd().split('\n')
    expect(head).toMatch(/^operation,requested,tags,/)
    expect(lines).toHaveLength(HOLES.length)
    expect(lines[5]).toMatch(/^6,1348,96,/)
    const json = JSON.parse((await exported(page, 'JSON')).bytes.toString()) as {
      columns: Record<string, number[]>
    }
    expect(json.columns['requested']![5]).toBe(1348)
    const png = await exported(page, 'PNG')
    expect(png.name).toMatch(/-figures\.png$/)
    expect([...png.bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    // Two pixels for each of a sheet that is a thousand wide.
    expect(png.bytes.readUInt32BE(16)).toBe(2000)
    const svg = (await exported(page, 'SVG')).bytes.toString()
    expect(svg).toContain('>Where each byte goes<')
    expect(svg).not.toContain('NaN')
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('of a long run each point tells of several operations; on a phone too', async () => {
    const visit = await lab.newPage(PHONE, 'dark')
    const { page } = visit
    await openLab(page, lab.site.url)
    const lines = Array.from({ length: 8000 }, (_, i) =>
      i % 3 === 2 ? `f ${i - 2}` : `a ${i} ${16 + (i % 90)}`,
    )
    await chooseFile(page, 'long.rep', lines.join('\n'))
    await page.getByText('of 8,000', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: 'Heap', exact: true }).click()
    await openFigures(page)
    await chart(page, 'Where each byte goes').focus()
    await page.keyboard.press('End')
    await page.getByText(/^After operation 8,000 \(of 7,991 to 8,000, the largest heap\)/).waitFor()
    await visit.screenshot('figures-phone')
    expect(await reading(page).evaluate((p) => p.scrollWidth <= innerWidth)).toBe(true)
    expect(visit.errors).toEqual([])
    await visit.close()
  })
})
