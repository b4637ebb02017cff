/* What only the near and the far levels of the map need: fetched when one of them is looked at first. */

export { drawFar } from './draw-far.ts'
export { layoutFar } from './far.ts'
export { drawFarMarks, drawFarTicks, outlineRange } from './far-marks.ts'
export { cellLines, FarRows } from './far-words.tsx'
export { drawNear } from './near.ts'

/** All of that. */
export type Away = typeof import('./away.ts')
