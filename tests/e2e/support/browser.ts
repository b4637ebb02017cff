import { mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium, HOW_TO_GET_CHROMIUM } from '../../../scripts/lib/chromium.mjs'
import { ARTIFACTS } from '../../../scripts/lib/project.mjs'
import { type Site, serveDist } from './site.ts'

/** Size of a page in CSS pixels. */
export interface Viewport {
  readonly width: number
  readonly height: number
}

export type Theme = 'light' | 'dark'

/** Who comes: somebody who has seen the tour, or one who was never here and is shown around. */
export type Visitor = 'returning' | 'new'

/** The size that the design's pictures have. */
export const DESKTOP: Viewport = { width: 1440, height: 900 }
export const PHONE: Viewport = { width: 390, height: 844 }

/** A page in a profile of its own (nothing stored, nothing shared), and what went wrong in it. */
export interface Visit {
  readonly page: Page
  /** Errors so far: uncaught ones, console errors, refusals of the content policy, files that did not load. */
  readonly errors: readonly string[]
  /** Takes a picture into `artifacts/` and answers its path. */
  screenshot(name: string): Promise<string>
  close(): Promise<void>
}

/** A browser and the built page served to it. */
export interface Lab {
  readonly browser: Browser
  readonly site: Site
  /** A fresh profile on an empty page; `page.goto(lab.site.url)` opens the lab. */
  newPage(viewport?: Viewport, theme?: Theme, visitor?: Visitor): Promise<Visit>
  close(): Promise<void>
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers often have a small /dev/shm, in which pages crash.
  '--disable-dev-shm-usage',
]

/** Starts Chromium and serves the built page. Throws with advice if there is no Chromium. */
export async function launch(): Promise<Lab> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error(HOW_TO_GET_CHROMIUM)
  const site = await serveDist()
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  return {
    browser,
    site,
    newPage: (viewport, theme, visitor) => newPage(browser, viewport, theme, visitor),
    close: async () => {
      await browser.close()
      await site.close()
    },
  }
}

async function newPage(
  browser: Browser,
  viewport = DESKTOP,
  theme: Theme = 'light',
  visitor: Visitor = 'returning',
): Promise<Visit> {
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    acceptDownloads: true,
    // A worker that fetches everything beside each test only takes time; tests/e2e/offline.test.ts allows it.
    serviceWorkers: 'block',
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  if (visitor === 'returning') await context.addInitScript(rememberTour)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText
    // What the page was still loading when the test went elsewhere.
    if (reason !== 'net::ERR_ABORTED') errors.push(`${request.url()}: ${reason}`)
  })
  return {
    page,
    errors,
    screenshot: async (name) => {
      mkdirSync(ARTIFACTS, { recursive: true })
      const path = `${ARTIFACTS}/${name}.png`
      await page.screenshot({ path })
      return path
    },
    close: () => context.close(),
  }
}

/** Leaves in the browser what the tour leaves; runs before the page's own scripts. */
function rememberTour(): void {
  try {
    const key = 'heap-lab-course'
    if (localStorage.getItem(key) === null)
      localStorage.setItem(key, JSON.stringify({ version: 1, tourSeen: true }))
  } catch {
    // An empty page has no storage.
  }
}
