import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDialog, openLab, openLesson, press, settled } from './support/acting.ts'
import { violations } from './support/axe.ts'
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

async function look(visit: Visit, views: readonly View[], strict: boolean): Promise<string[]> {
  const found = new Map<string, string>()
  for (const { name, open, close } of views) {
    await open(visit.page)
    const broken = await violations(visit.page, strict)
    // The same thing is told once, where it is seen first.
    for (const rule of broken) if (!found.has(rule)) found.set(rule, name)
    await close?.(visit.page)
  }
  return [...found].map(([rule, name]) => `${name}: ${rule}`)
}

const THEMES = ['Light', 'Dark', 'High contrast'] as const

describe.each(THEMES)('axe finds nothing to object to: %s', (theme) => {
  /** Opens the page and chooses the theme as a person does. */
  async function visitIn(size?: { width: number; height: number }): Promise<Visit> {
    const visit = await lab.newPage(size)
    await openLab(visit.page, lab.site.url)
    await visit.page.getByRole('button', { name: /^Appearance/ }).click()
    await visit.page.getByRole('radio', { name: theme }).click()
    await pressEscape(visit.page)
    return visit
  }

  test('in any view', { timeout: 240_000 }, async () => {
    const visit = await visitIn()
    expect(await look(visit, VIEWS, theme === 'High contrast')).toEqual([])
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('on a phone', { timeout: 120_000 }, async () => {
    const visit = await visitIn(PHONE)
    const panels = ['Heap', 'Program', 'Variables'].map((name) => ({
      name,
      open: (page: Page) => page.getByRole('navigation').getByRole('button', { name }).click(),
    }))
    const views = [...panels, popover('Allocator'), dialog('gallery', 'g'), dialog('help', 'h')]
    expect(await look(visit, views, theme === 'High contrast')).toEqual([])
    await visit.close()
  })
})

test('axe finds nothing to object to in high contrast on a dark screen', { timeout: 240_000 }, async () => {
  const visit = await lab.newPage(undefined, 'dark')
  await visit.page.emulateMedia({ contrast: 'more', colorScheme: 'dark' })
  await openLab(visit.page, lab.site.url)
  expect(await visit.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('contrast-dark')
  expect(await look(visit, VIEWS, true)).toEqual([])
  await visit.close()
})
