/** The names of the lab's headers, in alphabetical order. */
export const HEADER_NAMES: readonly string[] = []
