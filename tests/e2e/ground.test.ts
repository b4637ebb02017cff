import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, launch } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

test('the built page loads from a sub-path without an error', async () => {
  const visit = await lab.newPage()
  await visit.page.goto(lab.site.url)
  await visit.page.locator('#root > *').first().waitFor()
  expect(await visit.page.title()).toContain('Heap Lab')
  expect(visit.errors).toEqual([])
  await visit.screenshot('ground')
  await visit.close()
})

test('the policy refuses inline scripts, and the page has none', async () => {
  const visit = await lab.newPage()
  await visit.page.goto(lab.site.url)
  expect(await visit.page.locator('script:not([src]), style').count()).toBe(0)
  const policy = visit.page.locator('meta[http-equiv="Content-Security-Policy"]')
  expect(await policy.getAttribute('content')).not.toContain('unsafe')
  const seen = await visit.page.evaluate(async () => {
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'document.title = "run"'
    document.head.append(script)
    await new Promise((resolve) => setTimeout(resolve, 100))
    return { refused, title: document.title }
  })
  expect(seen.refused).toContain('script-src-elem')
  expect(seen.title).not.toBe('run')
  await visit.close()
})
