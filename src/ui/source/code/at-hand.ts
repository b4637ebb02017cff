/** What is known of a line that is chosen or pointed at, in a part of the page of its own. */
export { LineFacts } from './LineFacts.tsx'
export { PointedAt } from './PointedAt.tsx'
