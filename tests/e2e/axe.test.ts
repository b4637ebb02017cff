import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDialog, openLab, openLesson, press, settled } from './support/acting.ts'
import { violationsInAllLooks } from './support/axe.ts'
import { type Lab, launch, PHONE, type Visit } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

/** A view of the page: its name, the way to it from the page with nothing open, and the way back. */
interface View {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
  readonly close?: (page: Page) => Promise<void>
}

const pressEscape = (page: Page) => page.keyboard.press('Escape')

function tab(name: string): View {
  return {
    name: `tab ${name}`,
    open: async (page) => {
      await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
      await page.waitForTimeout(300)
    },
  }
}

function spaceLook(name: string): View {
  return {
    name: `address space, ${name}`,
    open: async (page) => {
      await page.getByRole('tab', { name: 'Address space' }).click()
      await page.getByRole('radio', { name }).check()
      await page.waitForTimeout(300)
    },
  }
}

function popover(name: string): View {
  return {
    name: `menu ${name}`,
    open: (page) => page.getByRole('button', { name: new RegExp(`^${name}`) }).click(),
    close: pressEscape,
  }
}

function dialog(name: string, key: string): View {
  return {
    name,
    open: async (page) => {
      await page.keyboard.press(key)
      await page.getByRole('dialog').waitFor()
    },
    close: closeDialog,
  }
}

async function closeDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

function opening(name: string): View {
  return { name: `dialog ${name}`, open: (page) => openDialog(page, name), close: closeDialog }
}

function helpPart(name: string): View {
  return {
    name: `help ${name}`,
    open: async (page) => {
      await page.keyboard.press('h')
      await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
      await page
        .getByRole('button', { name: /^See it/ })
        .first()
        .waitFor()
    },
    close: closeDialog,
  }
}

const VIEWS: readonly View[] = [
  { name: 'the first program', open: settled },
  ...['Output', 'Findings', 'Syscalls', 'Program'].map(tab),
  ...['Chunk', 'Free', 'Regions', 'Variables'].map(tab),
  ...['Figures', 'Changes'].map(tab),
  ...['Picture', 'To scale', '/proc/self/maps'].map(spaceLook),
  tab('Heap'),
  ...['Scenario', 'Allocator', 'Appearance', 'Run to$'].map(popover),
  dialog('keys', '?'),
  dialog('gallery', 'g'),
  dialog('my scenarios', 'y'),
  ...['Allocators', 'Options', 'Words'].map(helpPart),
  ...['Write or paste a C program', 'Open a file', 'Type or paste', 'OSTEP', 'Generate'].map(opening),
  {
    name: 'share',
    open: async (page) => {
      await page.getByRole('button', { name: 'Share', exact: true }).click()
      await page.getByRole('dialog').waitFor()
    },
    close: closeDialog,
  },
  {
    name: 'the editor',
    open: (page) => page.getByRole('button', { name: 'Edit', exact: true }).click(),
    close: (page) =>
      page
        .getByRole('button', { name: /^(Close|Cancel|Back)/ })
        .first()
        .click(),
  },
  {
    name: 'before an audience',
    open: async (page) => {
      await page.keyboard.press('p')
      await settled(page)
    },
    close: pressEscape,
  },
  {
    name: 'a comparison',
    open: async (page) => {
      await page.keyboard.press('v')
      const list = page.getByRole('list', { name: 'Allocators to compare with' })
      await list.getByRole('button', { name: /^Best fit/ }).click()
      await page
        .getByRole('row', { name: /^Failed calls/ })
        .filter({ hasNotText: '…' })
        .waitFor()
    },
    close: (page) => page.keyboard.press('v'),
  },
  {
    name: 'by hand',
    open: async (page) => {
      await page.keyboard.press('w')
      await page.getByRole('region', { name: 'By hand' }).waitFor()
    },
    close: (page) => page.getByRole('button', { name: 'Stop playing by hand' }).click(),
  },
  {
    name: 'a prediction',
    open: async (page) => {
      await page.keyboard.press('q')
      await press(page, 'Home')
      const question = page.getByRole('region', { name: 'Prediction' })
      for (let i = 0; i < 20 && (await question.count()) === 0; i++) await press(page, 'Shift+ArrowRight')
      await question.waitFor()
    },
    close: (page) => page.keyboard.press('q'),
  },
  {
    name: 'a trace',
    open: async (page) => {
      await openLesson(page, 'The OSTEP homework, first question')
      await tab('Free').open(page)
    },
  },
  {
    name: 'a double free',
    open: async (page) => {
      await openLesson(page, 'The same block twice')
      await page.keyboard.press('End')
      await tab('Findings').open(page)
    },
  },
]

/** What axe objects to in each view, in every theme; the same thing is told once, where it is seen first. */
async function look({ page }: Visit, views: readonly View[]): Promise<string[]> {
  const found = new Map<string, string>()
  for (const { name, open, close } of views) {
    await open(page)
    for (const rule of await violationsInAllLooks(page)) if (!found.has(rule)) found.set(rule, name)
    await close?.(page)
  }
  return [...found].map(([rule, name]) => `${name}: ${rule}`)
}

const half = Math.ceil(VIEWS.length / 2)

test.each([
  ['in the panels and menus', VIEWS.slice(0, half)],
  ['in the dialogs, when acting, and in lessons', VIEWS.slice(half)],
])('axe finds nothing to object to in any theme: %s', { timeout: 240_000 }, async (_, views) => {
  const visit = await lab.newPage()
  await openLab(visit.page, lab.site.url)
  expect(await look(visit, views)).toEqual([])
  expect(visit.errors).toEqual([])
  await visit.close()
})

test('axe finds nothing to object to in any theme: on a phone', { timeout: 120_000 }, async () => {
  const visit = await lab.newPage(PHONE)
  await openLab(visit.page, lab.site.url)
  const panels = ['Heap', 'Program', 'Variables'].map((name) => ({
    name,
    open: (page: Page) => page.getByRole('navigation').getByRole('button', { name }).click(),
  }))
  const views = [...panels, popover('Allocator'), dialog('gallery', 'g'), dialog('help', 'h')]
  expect(await look(visit, views)).toEqual([])
  await visit.close()
})

test('every theme that is judged can be chosen, and the system’s wish for contrast is heard', async () => {
  const visit = await lab.newPage(undefined, 'dark')
  const { page } = visit
  const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
  await page.emulateMedia({ contrast: 'more', colorScheme: 'dark' })
  await openLab(page, lab.site.url)
  expect(await theme()).toBe('contrast-dark')
  await page.emulateMedia({ contrast: 'no-preference', colorScheme: 'light' })
  await page.getByRole('button', { name: /^Appearance/ }).click()
  for (const [name, value] of [
    ['Light', 'light'],
    ['Dark', 'dark'],
    ['High contrast', 'contrast'],
  ] as const) {
    await page.getByRole('radio', { name }).click()
    expect(await theme()).toBe(value)
  }
  await visit.close()
})
