import { useState } from 'react'

/** Pixels of drag that scroll by one row, where nobody says how far rows are apart. */
const PITCH = 52

/** Collects dragged pixels into rows. */
export function useDragRows(
  scroll: (rows: number) => void,
  pitch: number = PITCH,
): (dx: number, dy: number) => void {
  const [rest, setRest] = useState(0)
  return (_dx, dy) => {
    const moved = rest - dy
    const rows = Math.trunc(moved / pitch)
    setRest(moved - rows * pitch)
    scroll(rows)
  }
}
