/** What went wrong, and where bytes live: a part of the page. */
export { Findings } from './Findings.tsx'
export { LiveLines } from './LiveLines.tsx'
