import { SUPERSEDED } from '../../worker/client.ts'
import type { Lab } from '../lab.ts'
import { saveSoon } from './remember.ts'

/**
 * Fetches what the lines of the source have allocated and freed up to the moment on the screen: of a trace, the lines
 * that are at hand. Only views that show it ask.
 */
export async function loadLineBytes(lab: Lab): Promise<void> {
  const { moment, source } = lab.store.getState()
  if (moment === null) return
  const { run } = lab
  const { operation, step } = moment.position
  const isComplete = moment.steps > 0 && step >= moment.steps
  const answer = await lab.client
    .callLatest('lineBytes', 'lineBytes', {
      operations: operation + Number(isComplete),
      firstLine: source?.first ?? 1,
      count: source?.lines.length ?? 0,
    })
    .catch(() => SUPERSEDED)
  if (typeof answer !== 'symbol' && run === lab.run) lab.store.setState({ lineBytes: answer })
}

/** Shows the values of the variables of the line that runs below the text, or not. */
export function setLineValues(lab: Lab, lineValues: boolean): void {
  lab.store.setState({ lineValues })
  saveSoon(lab)
}
