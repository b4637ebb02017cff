import type { Transport } from './client.ts'
import type { Reply } from './protocol.ts'

/** A transport over a worker. An error that the worker does not catch counts as its death. */
export function workerTransport(worker: Worker): Transport {
  let died: (reason: string) => void = () => {}
  let dead = false
  const die = (reason: string) => {
    if (dead) return
    dead = true
    worker.terminate()
    died(reason)
  }
  worker.onerror = (event) => {
    event.preventDefault()
    die(event.message || 'The worker stopped without a reason.')
  }
  worker.onmessageerror = () => die('A message from the worker could not be read.')
  return {
    send: (request) => worker.postMessage(request),
    onReply: (listener) => {
      worker.onmessage = (event: MessageEvent<Reply>) => listener(event.data)
    },
    onDeath: (listener) => {
      died = listener
    },
    close: () => worker.terminate(),
  }
}
