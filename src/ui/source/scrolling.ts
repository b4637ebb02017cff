/** A list of lines of equal height behind a window. Heights in CSS pixels. */
export interface Geometry {
  readonly total: number
  readonly height: number
  readonly linePx: number
}

/** Browsers draw no element taller than some ten million pixels; a longer list is scrolled in proportion. */
const TALLEST = 8_000_000

/** Height of the scrolled element. */
export function listHeight({ total, linePx }: Geometry): number {
  return Math.min(total * linePx, TALLEST)
}

/** The first line (from 1) to draw when scrolled to `top`. */
export function lineAtTop(geometry: Geometry, top: number): number {
  const { total, height, linePx } = geometry
  if (total * linePx <= TALLEST) return Math.max(1, Math.floor(top / linePx) + 1)
  const share = top / Math.max(1, listHeight(geometry) - height)
  return Math.max(1, Math.min(total, Math.floor(share * (total - Math.floor(height / linePx))) + 1))
}

/** Where to scroll so that a line is in the middle; null if it can be seen already. */
export function scrollFor(geometry: Geometry, top: number, line: number): number | null {
  const { total, height, linePx } = geometry
  const visible = Math.floor(height / linePx)
  const first = lineAtTop(geometry, top)
  const seenTop = total * linePx <= TALLEST ? first + (top % linePx > 0 ? 1 : 0) : first
  if (line >= seenTop && line < first + visible - 1) return null
  const wanted = Math.max(1, line - Math.floor(visible / 2))
  if (total * linePx <= TALLEST) return (wanted - 1) * linePx
  return ((wanted - 1) / Math.max(1, total - visible)) * (listHeight(geometry) - height)
}
