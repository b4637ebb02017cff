import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseAllocator, openDialog, openLab, press, runTrace, seen, share } from './support/acting.ts'
import { type Lab, launch, PHONE, type Theme, type Viewport } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

const HOLES = [
  'a 0 200',
  'a 1 16',
  'a 2 600',
  'a 3 16',
  'a 4 500',
  'a 5 16',
  'f 0',
  'f 2',
  'f 4',
  'a 6 400',
].join('\n')

describe('a visit', () => {
  test('begins with a heap that already runs, and steps forwards and back', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await page.getByText('64 are needed').first().waitFor()
    const first = await seen(page)
    expect(first.where).toBe('Operation 10 of 15 · step 4 of 6')
    await press(page, 'ArrowRight', 2)
    const later = await seen(page)
    expect(later).not.toEqual(first)
    await press(page, 'ArrowLeft', 2)
    expect(await seen(page)).toEqual(first)
    await press(page, 'Shift+ArrowRight')
    await press(page, 'PageDown')
    await press(page, 'Home')
    expect((await seen(page)).where).toContain('Operation 1 of')
    expect(visit.errors).toEqual([])
    await visit.screenshot('visit')
    await visit.close()
  })

  test('runs a trace under first, next and best fit, each probe in view', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runTrace(page, HOLES)
    const landed: string[] = []
    for (const name of ['First fit', 'Next fit', 'Best fit']) {
      await chooseAllocator(page, name)
      await press(page, 'End')
      landed.push((await seen(page)).sentence)
      await press(page, 'ArrowLeft', 2)
      await visit.screenshot(`holes-${name.toLowerCase().replace(' ', '-')}`)
    }
    expect(new Set(landed).size).toBe(2) // first and next fit agree on the 624-byte hole, best fit takes the other
    await press(page, 'Home')
    await press(page, 'Shift+ArrowRight', 9)
    const sentences: string[] = []
    for (let i = 0; i < 8; i++) {
      await press(page, 'ArrowRight')
      sentences.push((await seen(page)).sentence)
    }
    expect(sentences.some((text) => text.startsWith('Best fit looks at 0x'))).toBe(true)
    await visit.close()
  })

  test('runs an OSTEP homework line', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await openDialog(page, 'OSTEP')
    await page.getByRole('textbox').last().fill('-n 10 -H 0 -p BEST -s 0')
    await page.keyboard.press('Enter')
    await page.getByText('ptr[0] = Alloc(3)').first().waitFor()
    await press(page, 'End')
    const { where, heap } = await seen(page)
    expect(where).toContain('Operation 10 of 10')
    expect(heap.length).toBeGreaterThan(0)
    expect(visit.errors).toEqual([])
    await visit.screenshot('homework')
    await visit.close()
  })

  test('is kept: closing the page and coming back shows the same moment', async () => {
    const visit = await lab.newPage()
    await openLab(visit.page, lab.site.url)
    await runTrace(visit.page, HOLES)
    await press(visit.page, 'End')
    await press(visit.page, 'ArrowLeft')
    const left = await seen(visit.page)
    await visit.page.waitForTimeout(700)
    await visit.page.reload()
    await visit.page.getByText('a 6 400').first().waitFor()
    expect(await seen(visit.page)).toEqual(left)
    await visit.close()
  })

  test('plays by itself and stops when asked', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await press(page, 'Home')
    const before = await seen(page)
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await page.waitForTimeout(1500)
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
    expect(await seen(page)).not.toEqual(before)
    await visit.close()
  })

  test('lists its keys on ?', async () => {
    const visit = await lab.newPage()
    await openLab(visit.page, lab.site.url)
    await visit.page.keyboard.press('?')
    const dialog = visit.page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain('one step back')
    await visit.screenshot('keys')
    await visit.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await visit.close()
  })
})

describe('a shared link', () => {
  test('shows somebody else, in a fresh profile, exactly the same moment', async () => {
    const mine = await lab.newPage()
    await openLab(mine.page, lab.site.url)
    await runTrace(mine.page, HOLES)
    await chooseAllocator(mine.page, 'Next fit')
    await press(mine.page, 'End')
    await press(mine.page, 'ArrowLeft', 2)
    const shown = await seen(mine.page)
    const link = await share(mine.page)
    expect(link.length).toBeLessThan(500)
    await mine.close()

    const theirs = await lab.newPage({ width: 1280, height: 720 }, 'dark')
    await openLab(theirs.page, link)
    expect(await seen(theirs.page)).toEqual(shown)
    expect(theirs.errors).toEqual([])
    await theirs.screenshot('shared')
    await theirs.close()
  })
})

describe('the screen', () => {
  const sizes: readonly Viewport[] = [{ width: 1440, height: 900 }, { width: 1280, height: 720 }, PHONE]
  const themes: readonly Theme[] = ['light', 'dark']

  for (const size of sizes) {
    for (const theme of themes) {
      test(`fits ${size.width}×${size.height}, ${theme}`, async () => {
        const visit = await lab.newPage(size, theme)
        await openLab(visit.page, lab.site.url)
        const overflow = await visit.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow).toBeLessThanOrEqual(0)
        for (const name of ['Step forward', 'Share']) {
          const box = await visit.page.getByRole('button', { name }).boundingBox()
          expect(box!.x + box!.width).toBeLessThanOrEqual(size.width)
          expect(box!.y + box!.height).toBeLessThanOrEqual(size.height)
        }
        expect(visit.errors).toEqual([])
        await visit.screenshot(`screen-${size.width}-${theme}`)
        await visit.close()
      })
    }
  }
})
