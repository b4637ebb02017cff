import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a person can read off the screen about the moment shown; two pages that agree show the same. */
export interface Seen {
  readonly where: string
  readonly sentence: string
  readonly heap: readonly string[]
  readonly line: string
}

/** Opens the lab and waits until a moment stands there. */
export async function openLab(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await settled(page)
}

/** Waits until the page shows the moment that was asked for last. */
export async function settled(page: Page): Promise<void> {
  await page
    .getByText(/^Operation .* step /)
    .first()
    .waitFor()
  for (let before = ''; ; ) {
    const now = await page.locator('.foot').innerText()
    if (now === before) return
    before = now
    await page.waitForTimeout(120)
  }
}

export async function seen(page: Page): Promise<Seen> {
  await settled(page)
  return {
    where: (await page.locator('.where').innerText()).trim(),
    sentence: (await page.locator('.sentence').innerText()).trim(),
    heap: await page.locator('.panel.heap .sr ol').first().locator('li').allTextContents(),
    line: (await page.locator('.line.now').textContent()) ?? '',
  }
}

/** Opens the dialog for something of one's own. */
export async function openDialog(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Scenario/ }).click()
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
}

/** Opens a lesson of the gallery by its title. */
export async function openLesson(page: Page, title: string): Promise<void> {
  await page.keyboard.press('g')
  await page.getByRole('dialog').getByRole('button', { name: title }).first().click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await settled(page)
}

/** Types a trace and runs it. */
export async function runTrace(page: Page, text: string): Promise<void> {
  await openDialog(page, 'Type or paste')
  await page.getByRole('textbox', { name: 'One operation a line' }).fill(text)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await settled(page)
}

/** Opens a file made here, as if it were chosen from the disk. */
export async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await openDialog(page, 'Open a file')
  // From the disk indeed: what is handed over in memory would be unpacked by the page's own thread.
  const path = join(mkdtempSync(join(tmpdir(), 'heap-lab-')), name)
  writeFileSync(path, content)
  await page.locator('input[type="file"]').setInputFiles(path)
}

/** Chooses an allocator by its name in the picker. */
export async function chooseAllocator(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Allocator/ }).click()
  await page.getByRole('list', { name: 'Allocators' }).getByRole('button', { name }).first().click()
  await page.keyboard.press('Escape')
  await settled(page)
}

/** Presses a key so many times, waiting for the page each time. */
export async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    await page.keyboard.press(key)
    await settled(page)
  }
}

/** Copies the link out of the dialog for sharing and answers it. */
export async function share(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const link = page.url()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return link
}
