import { useState } from 'react'
import { ROW_GAP } from './layout.ts'

/** Pixels of drag that scroll by one row, but for the gap between rows. */
const ROW_PX = 40

/** Collects dragged pixels into rows. */
export function useDragRows(scroll: (rows: number) => void): (dx: number, dy: number) => void {
  const [rest, setRest] = useState(0)
  return (_dx, dy) => {
    const moved = rest - dy
    const rows = Math.trunc(moved / (ROW_PX + ROW_GAP))
    setRest(moved - rows * (ROW_PX + ROW_GAP))
    scroll(rows)
  }
}
