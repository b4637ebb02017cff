import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Every element that breaks a rule of axe now, with the rule; empty if all is well. */
export async function violations(page: Page, strictContrast = false): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async (strict) => {
    const { axe: runner } = window as unknown as { axe: typeof axe }
    const rules = strict ? { 'color-contrast-enhanced': { enabled: true } } : {}
    const { violations } = await runner.run(document, { resultTypes: ['violations'], rules })
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`),
    }))
  }, strictContrast)
  return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node}`))
}
