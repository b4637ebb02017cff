import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDialog, openLab, runTrace, seen, settled } from './support/acting.ts'
import { type Lab, launch } from './support/index.ts'
import { openNoted, Traffic } from './support/traffic.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

/** What a first visit may load before it shows the first scenario, packed as servers pack it. */
const LIMIT = 250_000

test('a first visit loads little before it shows the first scenario', async () => {
  const visit = await lab.newPage(undefined, 'light', 'new')
  const traffic = new Traffic(visit.page)
  const files = await traffic.packed(await openNoted(visit.page, lab.site.url))
  expect([...files.keys()]).toEqual(expect.arrayContaining(['index.js', 'worker.js', 'index.css']))
  const sum = [...files.values()].reduce((all, bytes) => all + bytes, 0)
  expect(sum, JSON.stringify(Object.fromEntries(files))).toBeLessThan(LIMIT)
  expect(visit.errors).toEqual([])
  await visit.close()
})

test('the compiler, the readers of traces and other allocators come when they are needed', async () => {
  const visit = await lab.newPage()
  const { page } = visit
  const traffic = new Traffic(page)
  const loaded = async () => [...(await traffic.packed()).keys()]
  await openLab(page, lab.site.url)
  expect(await loaded()).not.toContain('compile.js')
  expect(await loaded()).not.toContain('trace-session.js')

  await runTrace(page, 'a 0 100\nf 0\n')
  expect(await loaded()).toContain('trace-session.js')
  await openDialog(page, 'OSTEP homework')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await settled(page)
  expect(await loaded()).toContain('ostep.js')
  expect(await loaded()).not.toContain('compile.js')
  expect(visit.errors).toEqual([])
  await visit.close()
})

test('a part that does not come is told of, and asked for again', async () => {
  const { page, close } = await lab.newPage()
  await openLab(page, lab.site.url)
  await page.context().route('**/compile-*.js', (route) => route.abort())
  const runProgram = async () => {
    await openDialog(page, 'Write or paste')
    await page
      .getByRole('textbox', { name: /Type or paste it/ })
      .fill('#include <stdlib.h>\nint main(void) { free(malloc(77)); }\n')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
  }
  await runProgram()
  await page.getByText('could not be loaded. Is there a network?').waitFor()
  await page.context().unroute('**/compile-*.js')
  await runProgram()
  await settled(page)
  expect((await seen(page)).line).toContain('malloc(77)')
  await close()
})
