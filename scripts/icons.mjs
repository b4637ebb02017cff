// `node scripts/icons.mjs`: draws the icons in public/icons/ from public/favicon.svg. Needed only after that has
// changed: the pictures are kept with the sources.
import { mkdirSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { findChromium, HOW_TO_GET_CHROMIUM } from './lib/chromium.mjs'
import { ROOT } from './lib/project.mjs'

const GROUND = '#1b1e25'
/** A maskable icon may be cut to a circle of four fifths of its width. */
const SAFE = 0.7

/** Name, width in pixels, and the drawing's share of it; smaller than 1 stands on a ground without corners. */
const ICONS = /** @type {const} */ ([
  ['192', 192, 1],
  ['512', 512, 1],
  ['maskable-512', 512, SAFE],
  ['apple-touch-180', 180, 0.86],
])

const executablePath = findChromium()
if (executablePath === null) {
  console.error(HOW_TO_GET_CHROMIUM)
  process.exit(1)
}
const drawing = `data:image/svg+xml;base64,${readFileSync(`${ROOT}public/favicon.svg`).toString('base64')}`
mkdirSync(`${ROOT}public/icons`, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
for (const [name, width, share] of ICONS) {
  await page.setViewportSize({ width, height: width })
  const ground = share < 1 ? GROUND : 'transparent'
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}"><img src="${drawing}" width="${width * share}">`,
  )
  await page.locator('img').evaluate((image) => /** @type {HTMLImageElement} */ (image).decode())
  await page.screenshot({ path: `${ROOT}public/icons/${name}.png`, omitBackground: true })
}
await browser.close()
