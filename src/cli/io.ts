/** What a command may use of the world. */
export interface Io {
  /** Hands on text; false when the reader is slow and `drained` is to be waited for. */
  out(text: string): boolean
  /** The same for bytes, to standard output (1) or standard error (2). */
  bytes(stream: 1 | 2, bytes: Uint8Array): boolean
  drained(): Promise<void>
  err(text: string): void
  /** Nobody reads the output any more (`| head`): there is no point in going on. */
  readonly closed: boolean
  /** The bytes of a file; throws what the system says. */
  readFile(path: string): Uint8Array
  /** All of standard input. */
  readInput(): Promise<Uint8Array>
}

/** The command line was not understood, or its input cannot be used: the message for standard error. */
export class UsageError extends Error {}

/** Characters handed on at once. */
const PIECE = 1 << 16

/** Hands on texts in large pieces, no faster than they are read. */
export async function pour(texts: Iterable<string>, io: Io): Promise<void> {
  let piece = ''
  for (const text of texts) {
    piece += text
    if (piece.length < PIECE) continue
    if (!io.out(piece)) await io.drained()
    piece = ''
    if (io.closed) return
  }
  if (piece !== '') io.out(piece)
}
