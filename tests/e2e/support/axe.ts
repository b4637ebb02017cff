import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** How the page can look, and whether that look promises the stricter contrast (WCAG's level AAA). */
const LOOKS = [
  { theme: 'light', strict: false },
  { theme: 'dark', strict: false },
  { theme: 'contrast', strict: true },
  { theme: 'contrast-dark', strict: true },
] as const

/**
 * Every element that breaks a rule of axe now, with the rule; empty if all is well. `strictContrast`: with the contrast
 * that WCAG asks for at level AAA.
 */
export async function violations(page: Page, strictContrast = false): Promise<string[]> {
  return run(page, strictContrast ? { rules: { 'color-contrast-enhanced': { enabled: true } } } : {})
}

/**
 * The same for the page in all its themes: all rules in the one that is shown, then those about colours in each. The
 * themes are put on as the page does it, by one attribute; afterwards the page looks as before.
 */
export async function violationsInAllLooks(page: Page): Promise<string[]> {
  const found = await violations(page)
  const before = await wear(page, null)
  for (const { theme, strict } of LOOKS) {
    await wear(page, theme)
    const values = strict ? ['color-contrast', 'color-contrast-enhanced'] : ['color-contrast']
    const broken = await run(page, { runOnly: { type: 'rule', values } })
    found.push(...broken.map((rule) => `${theme}: ${rule}`))
  }
  await wear(page, before)
  return found
}

/** Puts a theme on the page, null for none; returns the one before. */
async function wear(page: Page, theme: string | null): Promise<string | null> {
  return page.evaluate((next) => {
    const { dataset } = document.documentElement
    const before = dataset['theme'] ?? null
    if (next !== null) dataset['theme'] = next
    // Colours that fade in are judged when they are there.
    for (const motion of document.getAnimations()) motion.finish()
    return before
  }, theme)
}

async function run(page: Page, options: axe.RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async (asked) => {
    const { axe: runner } = window as unknown as { axe: typeof axe }
    const { violations } = await runner.run(document, { resultTypes: ['violations'], ...asked })
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`),
    }))
  }, options)
  return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node}`))
}
