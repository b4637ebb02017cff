import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseFile, openLab, press, runTrace, seen, settled, share } from './support/acting.ts'
import { type Lab, launch } from './support/index.ts'

let lab: Lab

beforeAll(async () => {
  lab = await launch()
})
afterAll(() => lab.close())

describe('trouble', () => {
  test('a corrupt link says what is wrong and keeps the work', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runTrace(page, 'a 0 77\na 1 88\nf 0\n')
    await press(page, 'End')
    const mine = await seen(page)
    const link = await share(page)
    await page.waitForTimeout(700)
    const broken = `${link.slice(0, link.indexOf('#'))}#${new URL(link).hash.slice(1, 30)}AAAA`
    await page.goto('about:blank')
    await page.goto(broken)
    await page.getByRole('alert').first().waitFor()
    expect((await page.getByRole('alert').first().innerText()).toLowerCase()).toContain('link')
    expect(await seen(page)).toEqual(mine)
    await visit.screenshot('corrupt-link')
    await visit.close()
  })

  test.each([
    ['empty', '#'],
    ['a word', '#hello'],
    ['without a text', '#1.'],
    ['of a newer version', '#999.abc'],
    ['long and meaningless', `#1.${'A'.repeat(5000)}`],
    ['a script', '#<script>alert(1)</script>'],
  ])('a hash that is %s leaves a page that works', async (_, hash) => {
    const visit = await lab.newPage()
    await openLab(visit.page, `${lab.site.url}${hash}`)
    await press(visit.page, 'ArrowRight')
    expect((await seen(visit.page)).where).toContain('Operation')
    expect(visit.errors).toEqual([])
    await visit.close()
  })

  test('a corrupt trace runs to the fault in it and says where that is', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await chooseFile(page, 'broken.rep', 'a 0 100\na 1 50\nq what is this\nf 0\n')
    await page
      .getByText(/line 3/i)
      .first()
      .waitFor()
    expect((await seen(page)).where).toContain('of 2')
    await visit.screenshot('corrupt-trace')
    await visit.close()
  })

  test('a file that is no trace at all is refused with a reason, and the session stays', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await chooseFile(page, 'picture.rep.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]))
    await page.getByRole('alert').first().waitFor()
    await page.keyboard.press('Escape')
    await press(page, 'ArrowRight')
    expect((await seen(page)).where).toContain('Operation')
    await visit.close()
  })

  test('when the worker dies the page says so, starts it again, and stands where it stood', async () => {
    const visit = await lab.newPage()
    const { page } = visit
    await openLab(page, lab.site.url)
    await runTrace(page, 'a 0 77\na 1 88\nf 0\na 2 10\n')
    await press(page, 'Shift+ArrowRight', 3)
    const before = await seen(page)
    const [worker] = page.workers()
    await worker!.evaluate(() => {
      setTimeout(() => {
        throw new Error('killed by a test')
      }, 0)
    })
    await page.getByText('The engine stopped and was started again').waitFor()
    await visit.screenshot('worker-died')
    await settled(page)
    expect(await seen(page)).toEqual(before)
    await press(page, 'ArrowRight')
    expect(await seen(page)).not.toEqual(before)
    await visit.close()
  })
})
