import { localTransport } from '../../src/worker/local.ts'
import { labOver, type TestLab, type Wishes } from './services.ts'

export type { TestLab } from './services.ts'

/** Starts a lab for a test over the real engine in this thread. */
export function testLab(wishes: Wishes = {}): TestLab {
  return labOver(() => localTransport(), wishes)
}

/** Waits until something holds; fails after fifteen seconds, for a busy machine. */
export async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 3000; i++) {
    if (holds()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`Still not so after fifteen seconds: ${holds}`)
}
