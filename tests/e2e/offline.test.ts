import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeServiceWorker } from '../../scripts/build/offline.ts'
import { DIST } from '../../scripts/lib/project.mjs'
import { serve } from '../../scripts/lib/serve.mjs'
import { openDialog, openLab, press, runTrace, seen, settled } from './support/acting.ts'
import { DESKTOP, type Lab, launch, PHONE, type Site } from './support/index.ts'

let lab: Lab
let folder: string
let site: Site
let context: BrowserContext
let page: Page

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heap-lab-'))
  cpSync(DIST, folder, { recursive: true })
  site = await serve(folder, { base: '/some/course/' })
  context = await lab.browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce' })
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  await site.close()
  rmSync(folder, { recursive: true })
})

/** Opens the lab and waits until the browser has all of it. */
async function visit(): Promise<void> {
  await openLab(page, site.url)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** Puts another version on the server: the same files, but the page has another title. */
async function publish(title: string): Promise<void> {
  const file = join(folder, 'index.html')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/<title>.*<\/title>/, `<title>${title}</title>`))
  await writeServiceWorker(folder)
}

/** Has the browser look for a new version, as it does by itself now and then. */
async function look(): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
    const { installing } = registration ?? {}
    if (installing == null) return
    await new Promise((resolve) => installing.addEventListener('statechange', resolve, { once: true }))
  })
}

const news = () => page.getByText('A new version of Heap Lab is here')

describe('without a network', () => {
  test('the lab opens where it was left, follows links and loads what it has not used yet', async () => {
    await visit()
    await press(page, 'ArrowRight', 2)
    const before = await seen(page)
    await page.getByRole('button', { name: 'Share' }).click()
    await page.waitForFunction(() => location.hash.length > 1)
    const link = page.url()
    await page.keyboard.press('Escape')
    await page.waitForTimeout(600)
    await context.setOffline(true)
    await site.close()

    await openLab(page, site.url)
    expect(await seen(page)).toEqual(before)
    // Neither the readers of traces nor the forms for them were needed so far.
    await runTrace(page, 'a 0 100\na 1 50\nf 0\n')
    expect((await seen(page)).where).toContain('of 3')
    await page.goto('about:blank')
    await openLab(page, link)
    expect(await seen(page)).toEqual(before)
  })

  test('a program is compiled', async () => {
    await visit()
    await context.setOffline(true)
    await site.close()
    await openDialog(page, 'Write or paste')
    await page
      .getByRole('textbox', { name: /Type or paste it/ })
      .fill('#include <stdlib.h>\nint main(void) { free(malloc(77)); }\n')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await settled(page)
    await press(page, 'End')
    expect((await seen(page)).line).toContain('malloc(77)')
  })
})

describe('a new version', () => {
  test('is told of, waits for the person, and keeps their work', async () => {
    await visit()
    await press(page, 'ArrowRight', 2)
    const before = await seen(page)
    await publish('Heap Lab, the next one')
    await look()
    await news().waitFor()
    await page.screenshot({ path: 'artifacts/new-version.png' })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize(PHONE)
    await page.screenshot({ path: 'artifacts/new-version-phone.png' })
    await page.setViewportSize(DESKTOP)

    // Loading the page again is not asking for it: all that is shown is still of one version.
    await openLab(page, site.url)
    expect(await page.title()).toBe('Heap Lab')
    await news().waitFor()
    await page.getByRole('button', { name: 'Reload' }).click()
    await page.waitForFunction(() => document.title === 'Heap Lab, the next one')
    expect(await seen(page)).toEqual(before)
    expect(await news().isVisible()).toBe(false)
  })

  test('is told of in a tab that still shows the one before', async () => {
    await visit()
    const other = await context.newPage()
    await openLab(other, site.url)
    await publish('Heap Lab, the next one')
    await look()
    await page.getByRole('button', { name: 'Reload' }).click()
    await page.waitForFunction(() => document.title === 'Heap Lab, the next one')
    await other.getByText('A new version of Heap Lab is here').waitFor()
    expect(await other.title()).toBe('Heap Lab')
    // The one before stays in the browser, for what such a tab may still load.
    expect(await other.evaluate(async () => (await caches.keys()).length)).toBe(2)
  })

  test('of which the server does not have every file is not taken', async () => {
    await visit()
    await publish('Heap Lab, the next one')
    writeFileSync(join(folder, 'index.html'), 'Something else')
    await look()
    await openLab(page, site.url)
    expect(await page.title()).toBe('Heap Lab')
    expect(await news().isVisible()).toBe(false)
  })
})

test('the page can be installed', async () => {
  await page.goto(site.url)
  const href = await page.locator('link[rel="manifest"]').getAttribute('href')
  const manifest = await (await page.request.get(new URL(href!, site.url).href)).json()
  expect(manifest).toMatchObject({ name: 'Heap Lab', start_url: './', scope: './', display: 'standalone' })
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await page.request.get(new URL(src, site.url).href)
    expect(icon.headers()['content-type']).toContain(type)
    if (type !== 'image/png') continue
    const png = await icon.body()
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes)
  }
})
