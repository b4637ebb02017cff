import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'

/** In the page: when the first moment came onto the screen, in milliseconds since 1970. */
declare const firstMoment: number

/** Runs in the page before its own scripts. */
function noteFirstMoment(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('.where')?.textContent?.startsWith('Operation') !== true) return
    Object.assign(globalThis, { firstMoment: performance.timeOrigin + performance.now() })
    observer.disconnect()
  })
  observer.observe(document, { childList: true, characterData: true, subtree: true })
}

/** Bytes of each file that a page has loaded so far, packed. */
export class Traffic {
  private readonly responses: Response[] = []

  constructor(page: Page) {
    page.on('response', (response) => this.responses.push(response))
  }

  /** `until`: requests made later, in milliseconds since 1970, do not count. */
  async packed(until = Number.POSITIVE_INFINITY): Promise<Map<string, number>> {
    const files = new Map<string, number>()
    for (const response of [...this.responses]) {
      if (response.request().timing().startTime > until) continue
      const name = new URL(response.url()).pathname.split('/').at(-1)!
      files.set(name.replace(/-[\w-]{8}(\.\w+)$/, '$1'), gzipSync(await response.body()).length)
    }
    return files
  }
}

/** Opens the lab; answers when the first moment came onto the screen, in milliseconds since 1970. */
export async function openNoted(page: Page, url: string): Promise<number> {
  await page.addInitScript(noteFirstMoment)
  await page.goto(url)
  await page.waitForFunction(() => 'firstMoment' in globalThis)
  return page.evaluate(() => firstMoment)
}
