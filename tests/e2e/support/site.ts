import { DIST } from '../../../scripts/lib/project.mjs'
import { serve } from '../../../scripts/lib/serve.mjs'

/** A running server of the built page. */
export interface Site {
  /** The page's address, with a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/** Serves the built page as a course's web site would: some levels down, on any free port. */
export function serveDist(): Promise<Site> {
  return serve(DIST, { base: '/some/course/' })
}
