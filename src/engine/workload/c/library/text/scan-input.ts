/** Characters for scanf, with one step back. */
export interface ScanInput {
  /** The next byte, or -1 at the end. */
  next(): number
  /** Takes the last byte back; after the end it does nothing. */
  back(): void
  /** Bytes taken. */
  readonly count: number
}

/** What isspace says in the C locale. */
export function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13)
}

/** Takes white space, as far as it goes. */
export function skipSpace(input: ScanInput): void {
  let byte = input.next()
  while (isSpace(byte)) byte = input.next()
  if (byte >= 0) input.back()
}
