import type { Page } from 'playwright-core'
import { ensureBuilt } from '../scripts/lib/build.mjs'
import { chooseAllocator, chooseFile, openLab, settled } from '../tests/e2e/support/acting.ts'
import { type Lab, launch } from '../tests/e2e/support/index.ts'
import { type Task, tasksDuring } from '../tests/e2e/support/main-thread.ts'
import { openNoted, Traffic } from '../tests/e2e/support/traffic.ts'
import { millionTrace } from '../tests/support/million.ts'
import type { Bench, Row } from './bench.ts'

const CHUNKS: readonly number[] = [50, 50_000, 1_000_000]
/** Bytes that each block of the maps asks for. */
const BLOCK = 24
const MOVES = 30
/** No heap has more levels of its map. */
const LEVELS = 24

/** The built page in Chromium: a first visit, a million operations, and the map at three sizes. */
async function run(): Promise<Row[]> {
  if (!(await ensureBuilt())) throw new Error('The page could not be built.')
  const lab = await launch()
  const rows = [...(await firstVisit(lab)), ...(await million(lab))]
  for (const chunks of CHUNKS) rows.push(...(await map(lab, chunks)))
  await lab.close()
  return rows
}

/** From nothing to the first moment on the screen. */
async function firstVisit(lab: Lab): Promise<Row[]> {
  const visit = await lab.newPage()
  const { page } = visit
  const traffic = new Traffic(page)
  const begin = Date.now()
  const moment = await openNoted(page, lab.site.url)
  const files = await traffic.packed(moment)
  const loaded = [...files.values()].reduce((sum, each) => sum + each, 0)
  await visit.close()
  return [
    { what: 'loaded until the first scenario is shown, packed', value: loaded / 1000, unit: 'kB' },
    { what: 'the first scenario is shown after', value: moment - begin, unit: 'ms' },
  ]
}

/** A large trace, opened, run and scrubbed. */
async function million(lab: Lab): Promise<Row[]> {
  const visit = await lab.newPage()
  const { page } = visit
  await openLab(page, lab.site.url)
  await chooseAllocator(page, 'Segregated')
  const opening = await tasksDuring(lab.browser, page, () => runThrough(page, millionTrace()))
  const box = (await page.getByRole('slider').first().boundingBox())!
  const scrubbing = await tasksDuring(lab.browser, page, async () => {
    await page.mouse.move(box.x + 20, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width - 20, box.y + box.height / 2, { steps: 100 })
    await page.mouse.up()
    await settled(page)
  })
  await visit.close()
  return [
    ...busiest('a million operations, opened and run', opening),
    ...busiest('the same, scrubbed from end to end', scrubbing),
  ]
}

/** The map of a heap with so many chunks, scrolled and zoomed. */
async function map(lab: Lab, chunks: number): Promise<Row[]> {
  const visit = await lab.newPage()
  const { page } = visit
  await page.addInitScript(watchDrawing)
  await openLab(page, lab.site.url)
  await chooseAllocator(page, 'Segregated')
  const lines = Array.from({ length: chunks }, (_, id) => `a ${id} ${BLOCK}`)
  await runThrough(page, `${lines.join('\n')}\n`)
  const box = (await page.locator('.heap-canvas').boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const name = `map of ${chunks.toLocaleString('en')} chunks`
  const rows = [
    ...(await drawnWhile(lab, page, `${name}, scrolled and zoomed`, () => scrollAndZoom(page))),
    ...(await drawnWhile(lab, page, `${name}, from the whole heap to its bytes and back`, () =>
      zoomThrough(page),
    )),
    ...(await drawnWhile(lab, page, `${name}, stepped through as a whole`, () => stepFarAway(page))),
  ]
  await visit.close()
  return rows
}

async function scrollAndZoom(page: Page): Promise<void> {
  for (let i = 0; i < MOVES; i++) {
    await page.mouse.wheel(0, i < MOVES / 2 ? -300 : 300)
    await page.waitForTimeout(40)
    if (i % 3 === 0) await page.keyboard.press(i < MOVES / 2 ? '-' : '+')
    await page.waitForTimeout(40)
  }
}

/** Every level of the map, from the farthest to the nearest and back. */
async function zoomThrough(page: Page): Promise<void> {
  await page.keyboard.press('0')
  for (const key of ['+', '-'])
    for (let i = 0; i < LEVELS; i++) {
      await page.waitForTimeout(60)
      await page.keyboard.press(key)
    }
  await settled(page)
}

async function stepFarAway(page: Page): Promise<void> {
  await page.keyboard.press('0')
  for (let i = 0; i < MOVES / 2; i++) {
    await page.waitForTimeout(60)
    await page.keyboard.press('ArrowLeft')
  }
  await settled(page)
}

/** What drawing the map takes while something is done, and the busiest task of the page. */
async function drawnWhile(lab: Lab, page: Page, what: string, happens: () => Promise<void>): Promise<Row[]> {
  await page.evaluate(() => drawings.splice(0))
  const tasks = await tasksDuring(lab.browser, page, happens)
  const drawn = (await page.evaluate(() => drawings)).sort((a, b) => a - b)
  return [
    {
      what: `${what}: drawn ${drawn.length} times, median`,
      value: drawn[drawn.length >> 1] ?? 0,
      unit: 'ms',
    },
    { what: `${what}: longest drawing`, value: drawn.at(-1) ?? 0, unit: 'ms' },
    ...busiest(what, tasks),
  ]
}

/** Opens a trace, waits for its end and goes there. */
async function runThrough(page: Page, trace: string): Promise<void> {
  await chooseFile(page, 'bench.rep', trace)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await settled(page)
  await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 120_000 })
  await page.keyboard.press('End')
  await settled(page)
}

function busiest(what: string, tasks: readonly Task[]): Row[] {
  return [
    { what: `${what}: busiest task of the page`, value: tasks[0]?.busy ?? 0, unit: 'ms of processor' },
    { what: `${what}: longest task`, value: Math.max(...tasks.map(({ wall }) => wall)), unit: 'ms' },
  ]
}

/** In the page: milliseconds that each drawing of the map took. */
declare const drawings: number[]

/** Runs in the page before its own scripts. A canvas is cleared first, and drawn in one go. */
function watchDrawing(): void {
  const times: number[] = []
  Object.assign(globalThis, { drawings: times })
  const clear = CanvasRenderingContext2D.prototype.clearRect
  CanvasRenderingContext2D.prototype.clearRect = function (...place) {
    if (this.canvas.classList.contains('heap-canvas')) {
      const begin = performance.now()
      queueMicrotask(() => times.push(performance.now() - begin))
    }
    clear.apply(this, place)
  }
}

export const bench: Bench = { name: 'page', run }
