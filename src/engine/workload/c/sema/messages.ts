import type { Place } from '../source.ts'

/** A place in a sentence: `line 12`, or `<stdio.h>, line 3` when it lies in another file than `from`. */
export function placeText(place: Place, from: Place): string {
  return place.file === from.file ? `line ${place.line}` : `${place.file}, line ${place.line}`
}

/** `1 argument`, `2 arguments`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
