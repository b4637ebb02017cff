/** More than this is not read, packed or unpacked. */
const MOST_BYTES = 512 * 1024 * 1024
/** Bytes handed to the browser at once: few enough that copying them takes a millisecond or two. */
const PIECE_BYTES = 4 * 1024 * 1024

/**
 * What a file holds now, unpacked if it is a gzip file, whatever its name says. It is copied piece by piece into a blob
 * that the browser keeps outside the page, so that the page goes on meanwhile however large it is. Rejects with the reason.
 */
export async function contentsOf(file: Blob): Promise<Blob> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  if (first !== 0x1f || second !== 0x8b) {
    if (file.size > MOST_BYTES) throw tooLarge()
    return copied(file.stream())
  }
  return copied(file.stream().pipeThrough(new DecompressionStream('gzip')), () => {
    throw new Error('The packed file is damaged or cut off.')
  })
}

/** `damaged`: called when reading fails, in place of the browser's own reason. */
async function copied(stream: ReadableStream<Uint8Array<ArrayBuffer>>, damaged?: () => never): Promise<Blob> {
  const reader = stream.getReader()
  const whole: Blob[] = []
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let held = 0
  let size = 0
  for (;;) {
    const { done, value } = await reader
      .read()
      .catch((error: unknown) => damaged?.() ?? Promise.reject(error))
    if (done) return new Blob([...whole, ...waiting])
    waiting.push(value)
    held += value.length
    size += value.length
    if (size > MOST_BYTES) {
      void reader.cancel()
      throw tooLarge()
    }
    if (held < PIECE_BYTES) continue
    whole.push(new Blob(waiting))
    waiting = []
    held = 0
  }
}

function tooLarge(): Error {
  return new Error(`It has more than ${MOST_BYTES / 1024 / 1024} MiB, which is more than the lab reads.`)
}
