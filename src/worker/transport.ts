import type { Transport } from './client.ts'
import type { Reply } from './protocol.ts'

/** Milliseconds without a word, while something was asked, after which a worker counts as dead. */
const SILENCE_MS = 20_000

/**
 * A transport over a worker. An error that the worker does not catch counts as its death, and so does long silence:
 * a worker that the browser has ended, or that hangs, tells nobody.
 */
export function workerTransport(worker: Worker): Transport {
  let died: (reason: string) => void = () => {}
  let dead = false
  let asked = 0
  let silence: ReturnType<typeof setTimeout> | undefined
  const die = (reason: string) => {
    if (dead) return
    dead = true
    clearTimeout(silence)
    worker.terminate()
    died(reason)
  }
  const wait = () => {
    clearTimeout(silence)
    if (asked > 0 && !dead) silence = setTimeout(() => die('It did not answer for 20 seconds.'), SILENCE_MS)
  }
  worker.onerror = (event) => {
    event.preventDefault()
    die(event.message || 'It stopped without a reason.')
  }
  worker.onmessageerror = () => die('A message from it could not be read.')
  return {
    send: (request) => {
      worker.postMessage(request)
      asked++
      if (asked === 1) wait()
    },
    onReply: (listener) => {
      worker.onmessage = (event: MessageEvent<Reply>) => {
        if (event.data.kind !== 'progress') asked--
        wait()
        listener(event.data)
      }
    },
    onDeath: (listener) => {
      died = listener
    },
    close: () => {
      dead = true
      clearTimeout(silence)
      worker.terminate()
    },
  }
}
