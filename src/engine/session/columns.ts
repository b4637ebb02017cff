type Column = Float64Array | Int32Array | Uint32Array | Uint8Array

/** The length of a column that is to hold row `row` and some more. */
export function grownLength(row: number): number {
  return Math.max(1024, (row + 1) * 2)
}

/** The larger, empty column with what the old one held. */
export function grown<C extends Column>(old: Column, larger: C): C {
  larger.set(old)
  return larger
}
