import type { Io } from '../../src/cli/io.ts'
import { main } from '../../src/cli/main.ts'

/** What a command left behind. */
export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Files by path; '-' is standard input. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** Runs the command line in-process. `words` is cut at blanks. */
export async function cli(words: string | readonly string[], files: Files = {}): Promise<Outcome> {
  let out = ''
  let err = ''
  const io: Io = {
    out: (text) => {
      out += text
      return true
    },
    bytes: (stream, bytes) => {
      if (stream === 1) out += new TextDecoder().decode(bytes)
      else err += new TextDecoder().decode(bytes)
      return true
    },
    drained: () => Promise.resolve(),
    err: (text) => {
      err += text
    },
    closed: false,
    readFile: (path) => bytesOf(path, files),
    readInput: () => Promise.resolve(bytesOf('-', files)),
  }
  const argv = typeof words === 'string' ? words.split(' ').filter((word) => word !== '') : words
  const code = await main(argv, io)
  return { code, out, err }
}

function bytesOf(path: string, files: Files): Uint8Array {
  const content = files[path]
  if (content === undefined) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' })
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

/** A trace of these operations, with a header. */
export function rep(...operations: string[]): string {
  const ids = operations.reduce((most, line) => Math.max(most, Number(line.split(' ')[1] ?? 0) + 1), 1)
  return ['0', ids, operations.length, 1, ...operations, ''].join('\n')
}
