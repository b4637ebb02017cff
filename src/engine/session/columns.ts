type Column = Float64Array | Int32Array | Uint32Array | Uint8Array

/** How many of the first `length` numbers of a column, which go up, are below a value: the place of the first that is not. */
export function countBelow(column: ArrayLike<number>, length: number, value: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (column[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The length of a column that is to hold row `row` and some more. */
export function grownLength(row: number): number {
  return Math.max(1024, (row + 1) * 2)
}

/** The larger, empty column with what the old one held. */
export function grown<C extends Column>(old: Column, larger: C): C {
  larger.set(old)
  return larger
}
