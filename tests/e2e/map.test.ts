import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseAllocator, chooseFile, openLab, press, settled, share } from './support/acting.ts'
import { violations } from './support/axe.ts'
import { DESKTOP, type Lab, launch, PHONE } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

/** A heap of many thousand chunks with holes, and a few blocks in mappings of their own. */
function manyBlocks(): string {
  const lines: string[] = []
  for (let id = 0; id < 7000; id++) lines.push(`a ${id} ${24 + ((id * 37) % 300)}`)
  for (let id = 0; id < 7000; id += id % 2500 < 600 ? 2 : 9) lines.push(`f ${id}`)
  for (let id = 0; id < 3; id++) lines.push(`a ${30_000 + id} 400000`)
  lines.push('a 40000 2000')
  return `${lines.join('\n')}\n`
}

async function openMany(page: Page): Promise<void> {
  await openLab(page, lab.site.url)
  await chooseAllocator(page, 'Next fit')
  await chooseFile(page, 'many.rep', manyBlocks())
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await settled(page)
  await press(page, 'End')
}

function levelOf(page: Page): Promise<string> {
  return page.getByRole('combobox', { name: 'Bytes in a row' }).evaluate((field) => {
    const { options, selectedIndex } = field as HTMLSelectElement
    return options[selectedIndex]!.text
  })
}

/** What the map says of itself in words. */
function told(page: Page): Promise<string> {
  return page.locator('.panel.heap .sr').last().innerText()
}

async function mapBox(page: Page) {
  return (await page.locator('.heap-canvas').boundingBox())!
}

describe('the heap map', () => {
  test('goes from one byte to the whole heap and back, by keys, wheel, double click and choice', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openMany(page)
    await press(page, '0')
    expect(await levelOf(page)).toBe('whole heap')
    await expect.poll(() => told(page)).toMatch(/This is the whole heap\./)
    await expect.poll(() => told(page)).toMatch(/rover is at 0x/)
    await visit.screenshot('map-whole')

    // The wheel keeps what it points at: a byte in the middle of the heap.
    const box = await mapBox(page)
    const spot = { x: box.x + box.width / 2, y: box.y + box.height / 3 }
    await page.mouse.move(spot.x, spot.y)
    const tooltip = page.locator('.tooltip')
    await tooltip.getByText(/chunks? begins?$/).waitFor()
    const pointed = Number(await tooltip.locator('b').innerText())
    await page.keyboard.down('Control')
    for (let i = 0; i < 3; i++) {
      await page.mouse.wheel(0, -100)
      await settled(page)
    }
    await page.keyboard.up('Control')
    const far = await levelOf(page)
    expect(far).toMatch(/bytes a row$/)
    await page.mouse.move(spot.x + 1, spot.y)
    await tooltip.locator('b').waitFor()
    const rowBytes = Number(far.replace(/\D/g, ''))
    // It stays in its row; within it, it moves, and the cell that was pointed at had more bytes.
    const moved = Math.abs(Number(await tooltip.locator('b').innerText()) - pointed)
    expect(moved).toBeLessThan(1.25 * rowBytes)
    await visit.screenshot('map-far')

    await page.mouse.dblclick(spot.x, spot.y)
    await settled(page)
    expect(Number((await levelOf(page)).replace(/\D/g, ''))).toBeLessThan(rowBytes)

    // Byte by byte: the values are on the canvas, the chunks are told.
    await page.getByRole('combobox', { name: 'Bytes in a row' }).selectOption({ label: '16 bytes a row' })
    await settled(page)
    await visit.screenshot('map-near')
    await press(page, '+')
    expect(await levelOf(page)).toBe('8 bytes a row')
    await expect.poll(() => told(page)).toMatch(/^Chunks on the map/)
    for (let i = 0; i < 25; i++) await page.keyboard.press('-')
    await settled(page)
    expect(await levelOf(page)).toBe('whole heap')
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('brings what a step touches into view at every level, and a click inspects it', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openMany(page)
    for (const level of ['16 bytes a row', '65,536 bytes a row', 'whole heap']) {
      await page.getByRole('combobox', { name: 'Bytes in a row' }).selectOption({ label: level })
      await press(page, 'Home')
      await press(page, 'End')
      await press(page, 'ArrowLeft')
      const words = await told(page)
      if (level.startsWith('1'))
        expect(words).toMatch(/(taken|looked at|is about).* in this step|what this step is about/)
      else expect(words).toMatch(/The chunk at 0x[0-9a-f]+ is/)
    }
    await visit.screenshot('map-step')
    const box = await mapBox(page)
    await page.mouse.click(box.x + box.width * 0.7, box.y + 60)
    await settled(page)
    await expect.poll(() => told(page)).toMatch(/bytes, is inspected\./)

    expect(await violations(page)).toEqual([])
    await visit.close()
  })

  test('a small heap has no far levels: the whole of it is the level at which it fits', async () => {
    const visit = await lab.newPage(DESKTOP, 'dark')
    const { page } = visit
    await openLab(page, lab.site.url)
    await press(page, 'End')
    const options = page.getByRole('combobox', { name: 'Bytes in a row' }).locator('option')
    expect((await options.allTextContents()).at(-1)).toBe('whole heap')
    expect((await options.allTextContents()).some((name) => name.startsWith('32,768'))).toBe(false)
    await press(page, '0')
    await expect.poll(() => told(page)).toMatch(/^Chunks on the map/)
    // The link opens the same view.
    const link = await share(page)
    const other = await lab.newPage()
    await other.page.goto(link)
    await settled(other.page)
    expect(await levelOf(other.page)).toBe('whole heap')
    expect(await told(other.page)).toBe(await told(page))
    await other.close()
    await press(page, '+')
    await press(page, '+')
    await visit.screenshot('map-small-near')
    await visit.close()
  })

  test('two fingers zoom and pan', async () => {
    const visit = await lab.newPage(PHONE)
    const { page } = visit
    await openLab(page, lab.site.url)
    await press(page, 'End')
    await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Heap' }).click()
    const before = await levelOf(page)
    const box = await mapBox(page)
    const touch = await page.context().newCDPSession(page)
    await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 })
    const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: (apart === 0 ? [] : [-1, 1]).map((side) => ({
          id: side + 1,
          x: box.x + box.width / 2 + (side * apart) / 2,
          y: box.y + 80,
        })),
      })
    await fingers('touchStart', 60)
    for (const apart of [80, 110, 150, 200]) await fingers('touchMove', apart)
    await fingers('touchEnd', 0)
    await settled(page)
    const nearer = Number((await levelOf(page)).replace(/\D/g, ''))
    expect(nearer).toBeLessThan(Number(before.replace(/\D/g, '')))
    await visit.screenshot('map-phone')
    expect(visit.errors).toEqual([])
    await visit.close()
  })
})
