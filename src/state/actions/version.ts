import type { Lab } from '../lab.ts'
import { save } from './remember.ts'

/** Says that a newer version of the page has been fetched. The person goes on with this one as long as they like. */
export function tellNewVersion(lab: Lab): void {
  lab.store.setState({ newVersion: true })
}

export function dismissNewVersion(lab: Lab): void {
  lab.store.setState({ newVersion: false })
}

/** Loads the new version, which opens with what is open now. */
export function takeNewVersion(lab: Lab): void {
  const { linkShown } = lab.store.getState()
  save(lab)
  // A link would be followed instead of what was kept, and lead back to where the person came from.
  if (linkShown) lab.services.setHash('')
  lab.services.reload()
}
