import type { TourPart } from '../../state/index.ts'

/** A part of the screen, in CSS pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where the parts stand that the tour points at. Of several that are found the box holds all. */
const SELECTORS: Readonly<Record<TourPart, string>> = {
  line: '.source .line.now',
  map: '.heap-stage',
  sentence: '.sentence',
  timeline: '.transport, .timeline',
  choosing: '.bar [aria-label^="Allocator"], .bar .button.primary',
}

const MARGIN = 4

/** The box around a part of the page; null if it is not to be seen now. */
export function anchorOf(part: TourPart): Box | null {
  const boxes = [...document.querySelectorAll(SELECTORS[part])]
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
  if (boxes.length === 0) return null
  const left = Math.min(...boxes.map((box) => box.left)) - MARGIN
  const top = Math.min(...boxes.map((box) => box.top)) - MARGIN
  const right = Math.max(...boxes.map((box) => box.right)) + MARGIN
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + MARGIN
  return { left, top, width: right - left, height: bottom - top }
}

const CARD_WIDTH = 320
const GAP = 10

/** Where the card goes: below what it points at, else above, else (over something that fills the screen) inside it. */
export function cardPlace(
  box: Box | null,
  screen: { readonly width: number; readonly height: number },
  height: number,
): { readonly left: number; readonly top: number; readonly width: number } {
  const width = Math.min(CARD_WIDTH, screen.width - 2 * GAP)
  if (box === null) return { left: screen.width - width - GAP, top: screen.height / 2, width }
  const left = Math.max(GAP, Math.min(box.left, screen.width - width - GAP))
  const below = box.top + box.height + GAP
  const above = box.top - height - GAP
  const inside = box.top + box.height - height - 2 * GAP
  const top = below + height + GAP <= screen.height ? below : above >= GAP ? above : inside
  return { left, top, width }
}
