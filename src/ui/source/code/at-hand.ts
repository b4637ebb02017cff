/** What is known of lines at the moment, in one part of the page: it is not needed to show the text. */
export { LineFacts } from './LineFacts.tsx'
export { LineValues } from './LineValues.tsx'
export { PointedAt } from './PointedAt.tsx'
