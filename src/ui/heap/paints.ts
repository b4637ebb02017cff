import type { Paint, Palette } from '../canvas/pen.ts'
import { FREE, MAPPED, META, TOP, USED } from './states.ts'

/** What the inside of a chunk is filled with, by its state. */
export function fillOf(state: number, palette: Palette): Paint {
  switch (state) {
    case USED:
      return palette.usedSoft
    case FREE:
      return palette.free
    case TOP:
      return palette.top
    case MAPPED:
      return palette.mapped
    default:
      return palette.meta
  }
}

/** The colour of its border. */
export function strokeOf(state: number, palette: Palette): string {
  if (state === USED || state === MAPPED) return palette.used
  return state === META ? palette.line : palette.freeLine
}

/** How strongly its tags are drawn: those of free chunks let the pattern through. */
export function tagAlpha(state: number): number {
  return state === USED || state === MAPPED ? 0.92 : 0.45
}
