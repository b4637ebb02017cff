import { readFileSync } from 'node:fs'
import type { Io } from './io.ts'

/** Standard output, standard error, files and standard input of this process. */
export function nodeIo(): Io {
  const { stdin, stdout, stderr } = process
  let closed = false
  let wake = () => {}
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has seen enough (`| head`): no reason to complain.
    if (error.code !== 'EPIPE') throw error
    closed = true
    wake()
  })
  return {
    out: (text) => closed || stdout.write(text),
    bytes: (stream, bytes) => closed || (stream === 1 ? stdout : stderr).write(bytes),
    drained: () =>
      new Promise((resolve) => {
        wake = resolve
        stdout.once('drain', resolve)
        if (closed) resolve()
      }),
    err: (text) => void stderr.write(text),
    get closed() {
      return closed
    },
    readFile: (path) => readFileSync(path),
    readInput: async () => {
      const pieces: Buffer[] = []
      for await (const piece of stdin) pieces.push(piece as Buffer)
      return Buffer.concat(pieces)
    },
  }
}
