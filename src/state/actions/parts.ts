import type { Lab } from '../lab.ts'
import { tellTrouble } from './screen.ts'

/** Loads a part of the page that is not there from the start; null, and a message, where it cannot be had. */
export async function loadPart<T>(lab: Lab, load: () => Promise<T>): Promise<T | null> {
  try {
    return await load()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    tellTrouble(
      lab,
      'A part of the page could not be loaded',
      `${reason}. Is there a network? Then try again.`,
    )
    return null
  }
}
