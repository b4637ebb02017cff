import { ensureBuilt } from '../../../scripts/lib/build.mjs'
import { findChromium, HOW_TO_GET_CHROMIUM } from '../../../scripts/lib/chromium.mjs'

/** Before the first test: there must be a browser and an up-to-date build. */
export default async function setup(): Promise<void> {
  if (findChromium() === null) throw new Error(HOW_TO_GET_CHROMIUM)
  if (!(await ensureBuilt())) throw new Error('The page could not be built.')
}
